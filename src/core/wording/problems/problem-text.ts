/** What is said of a problem. All three may hold `{name}` places for its values. */
export interface ProblemText {
  /** What was found. */
  readonly message: string;
  /** Why it matters to a reader who must defend the figure, or wants to attack it. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}
