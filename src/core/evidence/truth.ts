/** What can be said of a statement about a person. What nobody recorded is unknown, and unknown is never no. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Yes where all are, no where one is not, and otherwise unknown (Kleene’s strong logic). */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes where one is, no where none is, and otherwise unknown. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}

/** The opposite of what is known. */
export function notOf(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}
