/** FNV-1a, 32 bits (Fowler, Noll, Vo), over the code units of a text. */
function hash(text: string, start: number): number {
  let state = (0x811c9dc5 ^ start) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    state = Math.imul(state ^ (unit & 0xff), 0x01000193) >>> 0;
    state = Math.imul(state ^ (unit >>> 8), 0x01000193) >>> 0;
  }
  return state;
}

/** SplitMix32: spreads a seed over the words of a state. */
function spread(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** The state of a generator: four words of 32 bits, not all 0. */
export type State = Uint32Array;

/**
 * The next word of xoshiro128** 1.1, 0 to 2³² − 1 (Blackman and Vigna, “Scrambled linear pseudorandom number
 * generators”, 2021).
 */
export function nextWord(state: State): number {
  const b = state[1] ?? 0;
  const five = Math.imul(b, 5);
  const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
  const c = (state[2] ?? 0) ^ (state[0] ?? 0);
  const d = (state[3] ?? 0) ^ b;
  state[1] = b ^ c;
  state[0] = (state[0] ?? 0) ^ d;
  state[2] = c ^ (b << 9);
  state[3] = (d << 11) | (d >>> 21);
  return result;
}

const TWO_TO_26 = 67_108_864;
const TWO_TO_53 = 9_007_199_254_740_992;

/**
 * Where the random numbers of one input begin: a stream of its own, so that another input with a range changes
 * nothing here.
 *
 * @param seed of the run, 0 to 2³² − 1
 * @param name of the input
 */
export function startOf(seed: number, name: string): State {
  const word = spread(hash(name, seed));
  return Uint32Array.of(word(), word(), word(), word() | 1);
}

/** Fills a column with the next numbers of a stream, between 0 and 1, neither end included. */
export function fillUniform(state: State, column: Float64Array): void {
  for (let at = 0; at < column.length; at += 1) {
    const high = nextWord(state) >>> 5;
    column[at] = (high * TWO_TO_26 + (nextWord(state) >>> 6) + 0.5) / TWO_TO_53;
  }
}
