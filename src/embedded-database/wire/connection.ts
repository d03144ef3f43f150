/** A connection, as commands see it. */
export interface Connection {
  readonly id: number;
  /** Whether the client has gone. */
  closed: boolean;
}
