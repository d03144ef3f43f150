/** On what ground a figure may be passed on. */
export const LICENCE = {
  /** A single figure, which nobody owns, with the source that prints it. */
  fact: 'a single fact, quoted with its source',
  cc0: 'CC0 1.0',
  ccBy: 'CC BY 4.0, with attribution',
  ogl: 'Open Government Licence 3.0',
  law: 'law, in the public domain',
} as const;
