/** An answer of the database that says what went wrong, in MongoDB's terms. */
export class DatabaseError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param code MongoDB's number of the error
   * @param details further fields of the answer, such as `keyPattern` or `errorLabels`
   */
  constructor(
    code: number,
    codeName: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.details = details;
  }
}

/** What MongoDB may know and this database does not: named, never half done. */
export function notHere(what: string): DatabaseError {
  return new DatabaseError(
    238,
    'NotImplemented',
    `${what} is not known to the embedded database; it needs MongoDB (MONGODB_URI).`,
  );
}

/** A value of the right command in the wrong form. */
export function badValue(message: string): DatabaseError {
  return new DatabaseError(2, 'BadValue', message);
}

/** An argument of another type than the command takes. */
export function wrongType(message: string): DatabaseError {
  return new DatabaseError(14, 'TypeMismatch', message);
}
