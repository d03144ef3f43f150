import type { Problem, Severity } from '../../core/problem.js';
import { problemCodes, problemText } from '../../core/wording/problem-messages.js';
import { text } from '../../platform/locale/text.js';

/** Of problems of one kind the first few are written out; the attached run has all of them. */
const WRITTEN_OUT = 3;

const ORDER: readonly Severity[] = ['error', 'warning', 'information'];

/** Problems of one kind together, the worst first, with why they matter and what to do. */
export function problemsView(problems: readonly Problem[]) {
  const kinds = new Map<string, Problem[]>();
  for (const said of problems) {
    const key = `${said.severity} ${said.code}`;
    kinds.set(key, [...(kinds.get(key) ?? []), said]);
  }
  return [...kinds.values()]
    .sort((one, other) => rank(one) - rank(other))
    .map((alike) => {
      const [first] = alike;
      const known = first && problemCodes.includes(first.code);
      const { why, fix } = known ? problemText(first.code, first.values) : { why: '', fix: '' };
      const more = alike.length - WRITTEN_OUT;
      return {
        severity: text(`report.severity.${first?.severity ?? 'information'}`),
        worst: first?.severity === 'error',
        messages: alike.slice(0, WRITTEN_OUT).map(({ message }) => message),
        more: more > 0 ? text('report.problems.more', { more }) : null,
        why,
        fix,
      };
    });
}

const rank = ([first]: readonly Problem[]): number => ORDER.indexOf(first?.severity ?? 'information');
