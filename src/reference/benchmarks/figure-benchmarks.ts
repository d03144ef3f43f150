import type { Benchmark } from '../../core/quality/benchmark.js';
import { targetGroups } from '../target-groups.js';
import { programmeBenchmarks, programmeSource } from './programmes.js';
import { publishedAccounts } from './published-accounts.js';

/** People with sentences are named so in files; the list of target groups of cities has no such group. */
const WITH_SENTENCES = 'people with sentences';

/** A group under each of the names by which files know it. */
function namesOf(group: string): readonly string[] {
  const known = targetGroups.find(({ id }) => id === group);
  return known ? [known.id, known.name] : [group];
}

/** A printed figure of an account of others, for the figure of ours that means the same. */
function fromAccount(
  id: string,
  label: string,
  ours: Pick<Benchmark, 'figure' | 'country'> & { readonly group: string },
): readonly Benchmark[] {
  const account = publishedAccounts.find((one) => one.id === id);
  const printed = account?.figures.find((one) => one.label === label);
  if (!account || !printed) throw new Error(`nothing is printed as ${label} in ${id}`);
  const { currency, per, title } = account;
  return namesOf(ours.group).map((group) => ({
    ...ours,
    group,
    ...(currency !== null && { currency }),
    unit: `${currency ?? ''} a ${per}`.trim(),
    low: printed.low,
    high: printed.high,
    source: title,
  }));
}

/**
 * What American programmes of a kind bring per participant over a whole life; ours over twenty years is less than
 * that, all else equal.
 */
function fromProgrammes(kind: RegExp, group: string): readonly Benchmark[] {
  const benefits = programmeBenchmarks.filter(({ title }) => kind.test(title)).map((one) => one.benefits);
  return namesOf(group).map((name) => ({
    group: name,
    country: 'US',
    currency: 'USD',
    unit: 'USD a participant, over a whole life',
    figure: 'horizons.20.pvGain',
    low: Math.min(...benefits),
    high: Math.max(...benefits),
    source: `${programmeSource.publisher}, ${programmeSource.year ?? ''}`,
  }));
}

/** Published figures for the figures of a result, so that one far above all of them is noticed; never a default. */
export const figureBenchmarks: readonly Benchmark[] = [
  ...fromAccount('danish-cti-2013', 'Society', {
    group: 'homeless',
    country: 'DK',
    figure: 'perEntrantYear.societyGain',
  }),
  ...fromAccount('valoris-il-segno-2021', 'People with a disability', {
    group: 'disability',
    country: 'IT',
    figure: 'perSuccessYear.publicBudget',
  }),
  ...fromAccount('valoris-il-segno-2021', 'Alternative to prison', {
    group: WITH_SENTENCES,
    country: 'IT',
    figure: 'perSuccessYear.publicBudget',
  }),
  ...fromProgrammes(/drug|therapeutic/i, 'substance-misuse'),
  ...fromProgrammes(/prison|sentences/i, WITH_SENTENCES),
];
