import { MOST_NAMED } from '../refusal.js';

/** Every kind of refusal the service gives, with the sentence that names it. The names are stable. */
export const PROBLEMS = {
  'malformed-request': [400, 'The request cannot be read'],
  'unknown-parameter': [400, 'A query parameter is not known'],
  unauthenticated: [401, 'An API key or a sign-in is needed'],
  forbidden: [403, 'This is not allowed'],
  'not-found': [404, 'There is nothing here'],
  'no-price': [404, 'There is no price for that time'],
  'method-not-allowed': [405, 'This cannot be done here'],
  'not-acceptable': [406, 'There is no such form of it'],
  'too-slow': [408, 'The request took too long to arrive'],
  conflict: [409, 'This clashes with what is there'],
  'changed-meanwhile': [412, 'It was changed by somebody else meanwhile'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'The body is in a form that is not taken'],
  invalid: [422, 'What was sent is refused'],
  'idempotency-key-reused': [422, 'The Idempotency-Key was used for another request'],
  'precondition-required': [428, 'If-Match is needed'],
  'too-many-requests': [429, 'Too many requests'],
  'headers-too-large': [431, 'The headers are too large'],
  fault: [500, 'A fault of ours'],
  unavailable: [503, 'The service is not ready'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemName = keyof typeof PROBLEMS;

/** One thing that is wrong with a request: where, and what to do about it. */
export interface ProblemError {
  /** JSON Pointer into the body; or the name of a parameter, as `query/limit`. */
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal, as a problem document (RFC 9457) tells it. */
export class Problem extends Error {
  readonly kind: ProblemName;
  readonly errors: readonly ProblemError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: ProblemName,
    detail: string,
    errors: readonly ProblemError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.kind = kind;
    this.errors = errors;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.kind][0];
  }

  /** The document. */
  toJSON(): object {
    const [status, title] = PROBLEMS[this.kind];
    return {
      type: `/problems/${this.kind}`,
      title,
      status,
      detail: this.message,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}

/** Nothing of that identity that the caller may see; the same answer whether it exists elsewhere or not. */
export const notFound = (what: string): Problem => new Problem('not-found', `There is no such ${what}.`);

/** A problem that names everything that is wrong with what was sent, up to {@link MOST_NAMED} reasons. */
export function invalid(
  refusals: readonly { readonly pointer: string; readonly message: string }[],
): Problem {
  const count = refusals.length === 1 ? 'one reason' : `${refusals.length} reasons`;
  return new Problem(
    'invalid',
    refusals.length > MOST_NAMED
      ? `It is refused for more than ${MOST_NAMED} reasons; the first ${MOST_NAMED} are named.`
      : `It is refused for ${count}.`,
    refusals.slice(0, MOST_NAMED).map(({ pointer, message }) => ({ pointer, detail: message })),
  );
}

/** An edit of a version that is not there any more. */
export const changedMeanwhile = (): Problem =>
  new Problem('changed-meanwhile', 'It was changed meanwhile. Read it again, and make your change to that.');
