import { beforeEach, describe, expect, it } from 'vitest';
import type { Explanation } from '../../../src/core/figures/explain.js';
import {
  account,
  explained,
  type File,
  fiscal,
  fiscalFile,
  referenceCareers,
  valueMap,
  wheelsToMeals,
} from '../../cases/files.js';

/** An evaluator written from the formulas of an explanation alone. */
function evaluate({ nodes }: Explanation, changed?: { id: string; value: number }): Map<string, number> {
  const values = new Map<string, number>();
  for (const node of nodes) {
    const given = node.arguments.map((id) => values.get(id)!);
    const [a = 0, b = 0] = given;
    const half = (given.length - 1) / 2;
    const rules: Record<string, () => number> = {
      constant: () => node.value!,
      input: () => (changed?.id === node.id ? changed.value : node.value!),
      sum: () => given.reduce((x, y) => x + y, 0),
      subtract: () => a - b,
      multiply: () => given.reduce((x, y) => x * y, 1),
      divide: () => (b === 0 ? Number.NaN : a / b),
      complement: () => 1 - a,
      power: () => a ** b,
      squareRoot: () => Math.sqrt(a),
      limit: () => Math.min(1, Math.max(0, a)),
      absolute: () => Math.abs(a),
      possibleShare: () => (a >= 0 && a <= 1 ? a : Number.NaN),
      payback: () => {
        let sum = a;
        for (let year = 1; year <= half; year += 1) {
          const due = given[half + year]!;
          if (due !== 0 && sum >= due) return 12 * (year - 1);
          if (due !== 0 && sum + given[year]! >= due) return 12 * (year - 1 + (due - sum) / given[year]!);
          sum += given[year]!;
        }
        return Number.NaN;
      },
      paybackYear: () => {
        const years = given.length / 2;
        let sum = 0;
        for (let year = 0; year < years; year += 1) {
          sum += given[year]!;
          if (sum >= given[years + year]!) return year;
        }
        return Number.NaN;
      },
    };
    values.set(node.id, rules[node.operation]!());
  }
  return values;
}

/** What another way of raising to a power may lose. */
const RELATIVE = 1e-12;

const close = (one: number, other: number): boolean =>
  Math.abs(one - other) <= RELATIVE * Math.max(1, Math.abs(one));

function withValueAt(file: File, path: string, value: number): File {
  const copy = structuredClone(file);
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  const holder = keys.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    copy,
  );
  holder[last] = value;
  return copy;
}

const severalYears = fiscalFile({
  years: 4,
  dropOff: 0.2,
  costs: [30_000, 20_000, 10_000],
  obBenefits: -0.1,
  obCosts: 0.1,
});

describe.each([
  ['ratio', wheelsToMeals(), (file: File) => valueMap(file).ratio],
  ['paybackMonths', wheelsToMeals(), (file: File) => valueMap(file).paybackMonths],
  ['fiscalReturn', severalYears, (file: File) => fiscal(file).fiscalReturn],
  ['discountedPaybackYear', severalYears, (file: File) => fiscal(file).discountedPaybackYear],
  ['otherReading.breakEvenImpact', severalYears, (file: File) => fiscal(file).otherReading.breakEvenImpact],
  ['horizons.5.npv', referenceCareers(), (file: File) => account(file).horizons[1]!.npv],
  [
    'horizons.5.actors.municipality.net',
    referenceCareers(),
    (file: File) => account(file).horizons[1]!.actors['municipality']!.net,
  ],
  [
    'horizons.5.breakEvenSuccessShare',
    referenceCareers(),
    (file: File) => account(file).horizons[1]!.breakEvenSuccessShare,
  ],
])('explain %s', (figure, file, calculated) => {
  let explanation: Explanation;
  beforeEach(() => {
    explanation = explained(file, figure);
  });

  it('gives every value to somebody else’s evaluator', () => {
    const values = evaluate(explanation);
    for (const node of explanation.nodes)
      expect(close(values.get(node.id)!, node.value!), node.id).toBe(true);
    expect(values.get(explanation.nodes.at(-1)!.id)).toBeDefined();
  });

  it('gives what calculate gives when any one number of the file is another', () => {
    const leaves = explanation.nodes.filter(({ operation, path }) => operation === 'input' && path);
    expect(leaves.length).toBeGreaterThan(5);
    for (const leaf of leaves) {
      const value = leaf.value! * 0.9;
      // Shares of a whole cannot move alone: the file would be refused.
      if (leaf.path!.includes('paidBy') || leaf.path!.includes('contributionsTo')) continue;
      const worked = calculated(withValueAt(file, leaf.path!, value));
      const again = evaluate(explanation, { id: leaf.id, value }).get(explanation.nodes.at(-1)!.id)!;
      expect(close(again, worked!), leaf.id).toBe(true);
    }
  });

  it('names each leaf, its unit and its place', () => {
    for (const node of explanation.nodes.filter(({ operation }) => operation === 'input')) {
      expect(node.path).toMatch(/^\//);
      expect(node.label).toBeDefined();
      expect(node.unit).not.toBe('');
    }
  });
});
