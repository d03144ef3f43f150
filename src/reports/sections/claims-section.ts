import type { Claim, ClaimNeed, Result, Value } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { plainNumber } from '../view/amounts.js';
import { inputLabel } from '../view/input-label.js';
import { note, type Note, type Section, section } from './section.js';
import { columns, heading, number, row, type Table } from './table.js';

/** Of what would do, the nearest are shown; the result has more. */
const SHOWN = 6;
const MOST_DECIMALS = 4;

/** What one number alone would have to be for a figure that others publish; nothing where all have what we have. */
export function claimsSection({ claims }: Result): readonly Section[] {
  const asked = claims.filter(({ needed }) => needed.length > 0);
  if (asked.length === 0) return [];
  return [
    section({
      id: 'claims',
      under: true,
      title: text('report.claims.title'),
      lead: text('report.claims.lead'),
      tables: asked.filter((claim) => shownOf(claim).length > 0).map(neededTable),
      notes: asked.flatMap(restNote),
    }),
  ];
}

function neededTable(claim: Claim, at: number): Table {
  const write = sameDecimals(claim.claimed);
  return {
    name: `claims-${at + 1}`,
    caption: text('report.claims.table', {
      what: claim.what,
      claimed: write(claim.claimed),
      ours: write(claim.ours),
    }),
    columns: columns(
      [text('report.moves.input')],
      [text('report.claims.here'), 'n'],
      [text('report.claims.needed'), 'n'],
    ),
    rows: shownOf(claim).map((need) =>
      row([
        heading(inputLabel(need)),
        number(need.value, need.input, plainNumber(need.value)),
        number(need.needed, null, plainNumber(need.needed)),
      ]),
    ),
  };
}

/** How many more would do, and which would not, whatever they were. */
function restNote(claim: Claim): readonly Note[] {
  const never = askedOf(claim).filter(({ reachable }) => !reachable);
  const more = askedOf(claim).length - never.length - shownOf(claim).length;
  if (more + never.length === 0) return [];
  const list = never.map(inputLabel).join('; ');
  return [note(text('report.claims.rest', { what: claim.what, more, never: never.length, list }))];
}

/** The factor of one year is what prices did: nobody would argue for another. */
const askedOf = ({ needed }: Claim): readonly ClaimNeed[] =>
  needed.filter(({ input }) => !input.startsWith('conventions.factors.'));

const shownOf = (claim: Claim): readonly ClaimNeed[] =>
  askedOf(claim)
    .filter(({ reachable }) => reachable)
    .slice(0, SHOWN);

/** Writes a figure with as many decimals as what is said of it, at least two where that is a small number. */
export function sameDecimals(claimed: number): (value: Value) => string {
  const said = Number(claimed.toFixed(MOST_DECIMALS)).toString().split('.')[1]?.length ?? 0;
  const decimals = Math.max(said, Math.abs(claimed) < 10 && !Number.isInteger(claimed) ? 2 : 0);
  return (value) => formatNumber(value, decimals);
}
