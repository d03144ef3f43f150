import { z } from 'zod';
import { AUDIENCES } from '../core/disclosure/audience.js';
import { identity } from '../organisations/organisations.contract.js';
import { targetGroups } from '../reference/target-groups.js';

/** Attributes by which a table can tell participants apart; a target group is one each. */
export const TABLE_BY = [
  'career',
  'status',
  'education',
  ...targetGroups.map(({ id }) => `target-group.${id}` as const),
] as const;
export type TableBy = (typeof TABLE_BY)[number];

export const tableNew = z
  .strictObject({
    audience: z.enum(AUDIENCES).meta({
      description: 'partner: an organisation you share it with. public: everybody, what is printed included.',
    }),
    by: z
      .array(z.enum(TABLE_BY))
      .min(1)
      .max(3)
      .refine((given) => new Set(given).size === given.length, 'an attribute is there twice')
      .meta({
        description:
          'Rows, then columns. status: 365 days after entry. target-group.…: whether it is recorded',
      }),
    asOf: z.iso.date().optional().meta({ description: 'The day to look back from; left out: today' }),
  })
  .meta({ id: 'NewTable', example: { audience: 'partner', by: ['career', 'status'] } });

const shownCount = z.int().nullable();

export const tableShown = z
  .strictObject({
    programme: identity,
    audience: z.enum(AUDIENCES),
    by: z.array(z.enum(TABLE_BY)),
    asOf: z.iso.date(),
    threshold: z.int().meta({ description: 'Counts below it, zero among them, are hidden: null' }),
    base: z.int().meta({ description: 'What is shown is rounded to a multiple of it, totals by themselves' }),
    rows: z.array(z.string()),
    columns: z.array(z.string()),
    cells: z.array(z.array(shownCount)),
    rowTotals: z.array(shownCount),
    columnTotals: z.array(shownCount),
    total: shownCount,
    hiddenFirst: z.int().meta({ description: 'Hidden because they are small' }),
    hiddenSecond: z.int().meta({ description: 'Hidden so that the first cannot be worked out' }),
  })
  .meta({ id: 'Table' });

export type TableNew = z.infer<typeof tableNew>;
export type TableShown = z.infer<typeof tableShown>;
