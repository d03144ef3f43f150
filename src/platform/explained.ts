/** An end that is no fault of ours: the message says why, and what to do. */
export class Explained extends Error {}
