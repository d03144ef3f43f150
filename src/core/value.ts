/** A figure, or null where there is none. Never rounded. */
export type Value = number | null;

/** A value for every actor of the account. */
export type PerActor<T = Value> = Readonly<Record<string, T>>;
