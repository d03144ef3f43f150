import type { PublishedComparison } from '../core/result.js';

/** Published results to set beside one's own: facts, with their source, never defaults. */
export const publishedComparisons: readonly PublishedComparison[] = [
  {
    id: 'krami-malmo',
    kind: 'welfare-account',
    title: 'KrAmi, Malmö: a work programme for young probationers, compared with ordinary probation',
    place: 'Sweden',
    currency: 'SEK',
    unit: 'gain per client',
    bars: [
      { label: 'Before and after, in the programme', value: 1_600_000, role: 'claimed' },
      { label: 'Before and after, in ordinary probation', value: 1_000_000, role: 'anyway' },
      { label: 'Due to the programme', value: 600_000, role: 'attributable' },
    ],
    lesson:
      'Six tenths of what looked like a gain also came to people in ordinary probation. Use of services fell as much there; only half of the added work was the programme’s own.',
    source:
      'Jess, doctoral thesis on work-based programmes in Sweden, as summarised in a later review (5dok.org, “Samhällsekonomisk lönsamhet”); the thesis itself was not seen',
    verified: false,
  },
  {
    id: 'krami-orebro',
    kind: 'welfare-account',
    title: 'KrAmi, Örebro: the same comparison in another city',
    place: 'Sweden',
    currency: 'SEK',
    unit: 'gain per client',
    bars: [
      { label: 'Before and after, in the programme', value: 2_500_000, role: 'claimed' },
      { label: 'Before and after, in ordinary probation', value: 2_400_000, role: 'anyway' },
      { label: 'Due to the programme', value: 100_000, role: 'attributable' },
    ],
    lesson: 'Here almost all of it would have happened anyway.',
    source: 'As for Malmö',
    verified: false,
  },
  {
    id: 'valoris-ovile',
    kind: 'welfare-account',
    title: 'L’Ovile: value for public budgets of one Italian cooperative in two years (VALORIS)',
    place: 'Italy',
    currency: 'EUR',
    unit: 'value for public budgets in the year',
    bars: [
      { label: '2017: benefits 976,682, costs 556,911', value: 419_771, role: 'claimed' },
      { label: '2022: benefits 1,089,883, costs 829,591', value: 260_292, role: 'claimed' },
    ],
    lesson:
      'The value fell by more than a third although benefits rose: costs rose faster. The cooperative published the fall.',
    source: 'Cooperativa L’Ovile, economic impact of work integration (ovile.coop)',
    verified: true,
  },
];
