/** A connection, as commands see it. */
export interface Connection {
  /** Whether the client has gone. */
  closed: boolean;
}
