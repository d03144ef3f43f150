/** Who makes a request, and what of it is allowed. */
export interface Actor {
  /** Identity of the organisation it acts for; it sees nothing of others. */
  readonly organisation: string;
  /** Identity of the person behind it. */
  readonly person: string;
  /** Identity of the API key it came with. */
  readonly key: string;
  readonly role: string;
  /** What it may do: what its role allows, of which its key was given a part. */
  readonly actions: ReadonlySet<string>;
}
