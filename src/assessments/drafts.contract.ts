import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';
import { commonPart } from './common.contract.js';
import { accountSettings } from './welfare-account.contract.js';

const common = z.strictObject(commonPart).pick({
  period: true,
  basis: true,
  conventions: true,
  parameters: true,
  evidence: true,
  conversions: true,
  uncertainty: true,
  scenarios: true,
  source: true,
  context: true,
}).shape;

/** How a programme is to be assessed: everything an assessment file says that the programme does not. */
export const draftSettings = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('value-map'), ...common }),
    z.strictObject({
      kind: z.literal('welfare-account'),
      ...common,
      ...accountSettings,
      trajectories: z.boolean().optional().meta({
        description:
          'Take the number who started, their success and what they used from recorded trajectories, where there are any',
      }),
    }),
  ])
  .meta({
    id: 'DraftSettings',
    example: {
      kind: 'value-map',
      period: { from: '2025-01-01', to: '2026-01-01' },
      basis: 'evaluation',
      conventions: { discounting: 'year-end', discountRate: 0.035 },
      context: { whatWasDone: 'A workshop that repairs bicycles', forWhom: '30 residents' },
    },
  });

export type DraftSettings = z.infer<typeof draftSettings>;

export const draftShown = z
  .strictObject({
    id: identity,
    programme: identity,
    settings: draftSettings,
    version: z.int(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Draft' });

export type DraftShown = z.infer<typeof draftShown>;
