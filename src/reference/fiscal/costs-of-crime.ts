import { LICENCE } from '../licences.js';
import type { PriceYear, Source } from '../unit-price.js';

/** What one crime costs society in England and Wales. It is no saving of a public budget: most of it falls on victims. */
export interface CostOfCrime {
  readonly offence: string;
  readonly currency: 'GBP';
  readonly priceYear: PriceYear;
  /** The whole, per crime that was committed, as printed: rounded, so that its parts may add to 10 more or less. */
  readonly whole: number;
  /** What is spent beforehand, as on insurance; one crime less saves little of it. */
  readonly anticipation: number;
  /** What the victim loses, harm included. */
  readonly consequence: number;
  /** What police, courts and prisons spend: the part that is mostly public expenditure. */
  readonly response: number;
  /** Crimes committed for each that the police record; null where it is not known. */
  readonly committedPerRecorded: number | null;
  readonly source: Source;
}

type Row = readonly [
  offence: string,
  whole: number,
  anticipation: number,
  consequence: number,
  response: number,
  committedPerRecorded: number | null,
];

// prettier-ignore
const rows: readonly Row[] = [
  ['Homicide', 3346680, 68700, 2637190, 640780, 1],
  ['Violence with injury', 15720, 280, 13390, 2050, 1.64],
  ['Violence without injury', 7150, 120, 5480, 1540, 0.98],
  ['Rape', 48000, 820, 38100, 9090, 2.78],
  ['Other sexual offences', 6540, 130, 5610, 800, 18.07],
  ['Robbery of a person', 10490, 480, 8560, 1450, 2.02],
  ['Burglary of a dwelling', 7720, 1030, 5510, 1180, 2.17],
  ['Theft of a vehicle', 20330, 2750, 14960, 2620, 0.71],
  ['Theft from a vehicle', 1420, 170, 1130, 130, 2.22],
  ['Theft from a person', 1590, 290, 1120, 180, 3.43],
  ['Criminal damage', 1970, 300, 1430, 240, 1.85],
  ['Cybercrime against a person', 750, 150, 600, 0, 33.42],
  ['Robbery of a business', 11150, 1030, 8680, 1450, null],
  ['Burglary of a business', 10020, 3690, 5460, 870, null],
  ['Theft from a business', 570, 110, 380, 90, null],
  ['Theft of a business vehicle', 32590, 6970, 23000, 2620, null],
  ['Theft from a business vehicle', 2300, 480, 1700, 130, null],
  ['Criminal damage to a business', 1100, 160, 700, 240, null],
];

const source: Source = {
  title: 'Economic and social costs of crime, 2019 to 2020',
  publisher: 'Home Office, as transcribed by a third party',
  year: 2026,
  licence: LICENCE.ogl,
  verified: 'secondary',
  note: 'England and Wales. Fraud is left out: its figure was superseded.',
};

export const costsOfCrime: readonly CostOfCrime[] = rows.map(
  ([offence, whole, anticipation, consequence, response, committedPerRecorded]): CostOfCrime => ({
    offence,
    currency: 'GBP',
    priceYear: '2019/20',
    whole,
    anticipation,
    consequence,
    response,
    committedPerRecorded,
    source,
  }),
);
