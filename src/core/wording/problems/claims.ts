import type { ProblemText } from './problem-text.js';

/** Signs that more is claimed than was caused, or that it is claimed twice. */
export const claimProblems = {
  'deductions-added': {
    message:
      'Deductions are added up, not multiplied: more is taken off than under the usual rule, and a row can turn negative.',
    why: 'Most analyses multiply what each deduction leaves; a ratio made in another way cannot be set beside theirs.',
    fix: 'Use conventions.deductions "multiply" unless a published result is to be followed, and say which.',
  },
  'deductions-above-whole': {
    message: 'The deductions of {row} add up to more than the whole; its value turns over.',
    why: 'Nobody can have caused less than nothing of an outcome: the row counts against its own sign.',
    fix: 'Lower the shares so that together they take at most the whole, or multiply them.',
  },
  'deadweight-nowhere': {
    message: 'No row deducts anything for what would have happened anyway.',
    why: 'Some people find work or get well without help. A result that gives all of it to the programme is the first thing a critic takes apart.',
    fix: 'Set each row against a comparison: a waiting list, the area, a register, a published rate. Where it is truly nil, say for each row how that is known.',
  },
  'same-deduction-everywhere': {
    message: 'Every row carries the same {what} of {share}: a sign that it was not looked at row by row.',
    why: 'Outcomes differ in what else causes them; one share for all is a habit, not a finding.',
    fix: 'Look at each row by itself, and give each share its own evidence.',
  },
  'drop-off-none': {
    message: '{row} lasts {years} years and loses nothing on the way.',
    why: 'Effects fade as people move, relapse or find other help; later years then count for more than anybody has seen.',
    fix: 'Give the drop-off that follow-up shows, or a shorter duration; if nothing is lost, say how that is known.',
  },
  'one-row-dominates': {
    message: '{row} makes up {percent} % of the value: the result stands or falls with it.',
    why: 'Whoever doubts this one row doubts the whole result.',
    fix: 'Put the best evidence behind this row, give it a range, and show the result without it.',
  },
  'one-stakeholder-dominates': {
    message: '{stakeholder} makes up {percent} % of the value.',
    why: 'The result speaks of one group of people, whatever its title says.',
    fix: 'Say so in the report, and look whether outcomes of others were left out.',
  },
  'ratio-very-high': {
    message: 'A ratio of {ratio} is far above what is usual; look for value counted twice.',
    why: 'Published ratios of careful analyses rarely come near it, and readers have learnt to distrust such figures.',
    fix: 'Look for outcomes counted twice, deductions left at nil, costs left out and quantities above the group; print it only if it survives.',
  },
  'double-counting': {
    message:
      '{rows} value the same kind of outcome ({family}) for {stakeholder}: the same people may be counted twice.',
    why: 'The same change, valued twice, is claimed twice.',
    fix: 'Keep the one that says most, or show that the rows are about different people or different changes and give them different families.',
  },
  'nothing-invested': {
    message: 'Nothing is invested, so there is no ratio.',
    why: 'Somebody paid, if only with time; without the cost nobody can say whether it was worth it.',
    fix: 'Add what was put in, gifts, volunteers’ time and participants’ time included.',
  },
  'input-not-valued': {
    message: '{what} is not valued: {reason}',
    why: 'The ratio leaves this cost out; a reader may count it.',
    fix: 'Value it at what it would cost to buy, or keep the reason and print it.',
  },
  'quantity-above-group': {
    message: '{row} counts {quantity}, but the group has {size} people.',
    why: 'More changes than people: either events are counted as people, or some are counted twice.',
    fix: 'Correct the quantity or the size, or say in the indicator that events are counted and how many a person has.',
  },
} as const satisfies Record<string, ProblemText>;
