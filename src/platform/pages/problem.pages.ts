import { z } from 'zod';
import { PUBLIC } from '../http/mount.js';
import { type ProblemName, PROBLEMS } from '../http/problem.js';
import { text } from '../locale/text.js';
import { type AnyPageRoute, pageRoute } from './page-route.js';

const kinds = Object.keys(PROBLEMS) as [ProblemName, ...ProblemName[]];

const shown = (kind: ProblemName) => ({
  kind,
  status: String(PROBLEMS[kind][0]),
  title: PROBLEMS[kind][1],
  why: text(`problem.${kind}.why`),
  mend: text(`problem.${kind}.mend`),
});

/** Each kind of refusal in plain words: what `type` of a problem document points to. */
export const problemRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/problems',
    summary: 'Every kind of refusal',
    access: PUBLIC,
    handle: () => ({
      template: 'problems',
      title: text('page.problems.title'),
      view: { problems: kinds.map(shown) },
    }),
  }),
  pageRoute({
    method: 'get',
    path: '/problems/{kind}',
    summary: 'A kind of refusal: what, why, how to mend it',
    access: PUBLIC,
    params: z.strictObject({ kind: z.enum(kinds) }),
    handle: ({ params: { kind } }) => ({
      template: 'problem',
      title: PROBLEMS[kind][1],
      view: {
        ...shown(kind),
        example: JSON.stringify(
          {
            type: `/problems/${kind}`,
            title: PROBLEMS[kind][1],
            status: PROBLEMS[kind][0],
            detail: '…',
          },
          null,
          2,
        ),
      },
    }),
  }),
];
