import type { OptimismBiasTable } from '../core/fiscal/optimism-bias.js';

/**
 * Corrections for optimism by grade of confidence, as shares of the amount (no price year). Written down from memory:
 * the guidance itself was not seen, nor its licence; a file may bring its own table.
 */
export const optimismBias: OptimismBiasTable = {
  source:
    'Greater Manchester cost–benefit model (guidance of 2014, supplementary to the Green Book), grades of confidence; from memory, the document was not seen',
  verified: false,
  grades: [
    { grade: 1, costs: 0, benefits: 0 },
    { grade: 2, costs: 0.05, benefits: -0.05 },
    { grade: 3, costs: 0.1, benefits: -0.1 },
    { grade: 4, costs: 0.15, benefits: -0.15 },
    { grade: 5, costs: 0.25, benefits: -0.25 },
    { grade: 6, costs: 0.4, benefits: -0.4 },
  ],
};
