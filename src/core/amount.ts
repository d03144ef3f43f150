/** A number, or the name of a parameter (of several: their product). */
export type Amount = number | { readonly of: string | readonly string[] };
