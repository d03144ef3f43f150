import { z } from 'zod';
import type { ValueMapResult } from '../../core/result.js';
import { valueMapFile } from '../value-map.contract.js';
import { findings, head, judgement, netInterval, ratioInterval, said } from './common.js';
import { fieldsOf, value, words } from './shape.js';

export const valueMapResult = fieldsOf<ValueMapResult>()({
  ...head,
  ...findings,
  ...judgement,
  ...said,
  kind: z.literal('value-map'),
  pvBenefits: value,
  pvInputs: value,
  npv: value,
  ratio: value,
  netRatio: value,
  grossRatio: value,
  ratioWithoutTransfers: value,
  paybackMonths: value,
  discountedPaybackMonths: value,
  perYear: z.array(z.looseObject({ year: z.int(), value, presentValue: value })),
  perRow: z.array(
    z.looseObject({
      id: words,
      impact: value,
      presentValue: value,
      perYear: z.array(z.looseObject({ year: z.int(), value })),
    }),
  ),
  perStakeholder: z.array(z.looseObject({ stakeholder: words, presentValue: value })),
  interval: ratioInterval.nullable(),
  npvInterval: netInterval.nullable(),
  assessment: valueMapFile,
});
