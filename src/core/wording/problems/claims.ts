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
    message: 'The same {what} of {share} stands everywhere: a sign that it was not looked at one by one.',
    why: 'Outcomes differ in what else causes them; one share for all is a habit, not a finding.',
    fix: 'Look at each by itself, and give each share its own evidence.',
  },
  'anyway-nowhere': {
    message: 'Nobody is taken to succeed without the programme.',
    why: 'Some people find work or get well without help. A result that gives all of it to the programme is the first thing a critic takes apart.',
    fix: 'Give a counterfactual share from a comparison: a waiting list, a register, a published rate. Where it is truly nil, say how that is known.',
  },
  'deduction-shrinks-harm': {
    message:
      'The {what} of {share} is taken from a harm in “{from}”: it makes the result better, not more careful.',
    why: 'Deductions are there so that no more good is claimed than was done. Taken from a harm they do the opposite, and a critic will say that the harm was made small.',
    fix: 'Leave the deduction at 0 for a harm, unless evidence shows that as much of it would have come anyway.',
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
  'one-flow-dominates': {
    message: '{flow} makes up {percent} % of the gain: the result stands or falls with it.',
    why: 'Whoever doubts this one flow doubts the whole result.',
    fix: 'Put the best evidence behind its use and its price, give both a range, and show the result without it.',
  },
  'one-group-dominates': {
    message: '“{group}” makes up {percent} % of the gain.',
    why: 'The result speaks of one group of people; another mix of people would have another result.',
    fix: 'Say so in the report, and show the gain of each group apart.',
  },
  'success-of-everybody': {
    message: 'Everybody who entered is counted as a success.',
    why: 'In programmes of this kind some people always leave early; a result without them has left them out.',
    fix: 'Count everybody who entered, drop-outs and those nobody could reach included.',
  },
  'ratio-very-high': {
    message: 'A ratio of {ratio} is far above what is usual; look for value counted twice.',
    why: 'Published ratios of careful analyses rarely come near it, and readers have learnt to distrust such figures.',
    fix: 'Look for outcomes counted twice, deductions left at nil, costs left out and quantities above the group; print it only if it survives.',
  },
  'far-above-benchmark': {
    message:
      '{figure}: {times} times the highest published figure for a similar group, {high} {unit} ({source}).',
    why: 'A result so far above what others found is more often an error than a discovery, and will be read as one.',
    fix: 'Look at what differs: who the people are, what is counted, for how long, at which prices. Say what explains it, or find the error.',
  },
  'stakeholder-without-outcome': {
    message: '{stakeholder} is named but has neither an outcome nor an input.',
    why: 'Somebody was found to be concerned, and a reader cannot see what became of that.',
    fix: 'Add what changed for them, or say under context.notCounted why nothing is counted.',
  },
  'nothing-negative': {
    message: 'No row is negative: nothing that happened was unwelcome to anybody.',
    why: 'Nearly everything has a downside for somebody; where none is shown, readers ask what was left out.',
    fix: 'Ask the people concerned what got worse, and for whom. If nothing did, say that they were asked.',
  },
  'double-counting': {
    message:
      '{rows} value the same kind of outcome ({family}) for {stakeholder}: the same people may be counted twice.',
    why: 'The same change, valued twice, is claimed twice.',
    fix: 'Keep the one that says most, or show that the rows are about different people or different changes and give them different families.',
  },
  'one-job-several-rows': {
    message:
      '{rows} count payments and gains of one kind of outcome ({family}): wage, benefit and tax of the same job may be counted several times.',
    why: 'A benefit saved is money that somebody no longer gets, and a tax is part of a wage: added up, the same job is valued two or three times.',
    fix: 'Give each payment its transfer.counterparty, read the ratio without transfers, and keep one row for the job itself.',
  },
  'proxy-adds-job': {
    message: 'The price of {row} adds up {kinds}: parts of one change.',
    why: 'Wage, benefit, tax and well-being of the same job overlap; their sum is not what the change is worth to anybody.',
    fix: 'Choose one of them as the price, or give each a row of its own with its stakeholder and its transfer.counterparty.',
  },
  'transfer-not-named': {
    message:
      '{row} reads like a tax or a benefit, which one pays and another gets, but names no counterparty.',
    why: 'Unless it is marked as a transfer it counts as new value, and the ratio without transfers is too high.',
    fix: 'Add transfer.counterparty, the one who loses what this row gains; if nothing is paid over, reword the row.',
  },
  'nothing-invested': {
    message: 'Nothing is invested, so there is no ratio.',
    why: 'Somebody paid, if only with time; without the cost nobody can say whether it was worth it.',
    fix: 'Add what was put in, gifts, volunteers’ time and participants’ time included.',
  },
  'inputs-negative': {
    message: 'What was put in adds up to less than nothing, so that a ratio to it says nothing.',
    why: 'A ratio of a gain to a negative cost turns its sign: the larger the gain, the worse it would look.',
    fix: 'Enter income as an outcome or leave it out of the inputs, and read the net present value.',
  },
  'gives-less-than-it-costs': {
    message: 'As calculated it gives back {percent} % of what it costs.',
    why: 'On these numbers it loses money; a reader should hear that from the report and not find it out.',
    fix: 'Say it, and say what else it is for that has no price. Look at which inputs would have to be different for it to pay.',
  },
  'does-harm': {
    message: 'As calculated the harm is larger than the good: the gain is below nothing.',
    why: 'A ratio below 0 has no meaning as a return; what it says is that people are worse off.',
    fix: 'Look at which rows are negative and whether they are meant to be; if they are, the result is what it is.',
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
