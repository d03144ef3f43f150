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

const turned = (word: number, bits: number): number => ((word << bits) | (word >>> (32 - bits))) >>> 0;

/**
 * xoshiro128** 1.1 (Blackman and Vigna, “Scrambled linear pseudorandom number generators”, 2021).
 *
 * @param state four words of 32 bits, not all 0
 * @returns a function that gives the next word, 0 to 2³² − 1
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(turned(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const shifted = (b << 9) >>> 0;
    c = (c ^ a) >>> 0;
    d = (d ^ b) >>> 0;
    b = (b ^ c) >>> 0;
    a = (a ^ d) >>> 0;
    c = (c ^ shifted) >>> 0;
    d = turned(d, 11);
    return result;
  };
}

const TWO_TO_26 = 67_108_864;
const TWO_TO_53 = 9_007_199_254_740_992;

/**
 * The random numbers of one input: a stream of its own, so that another input with a range changes nothing here.
 *
 * @param seed of the run, 0 to 2³² − 1
 * @param name of the input
 * @param draws how many
 * @returns numbers between 0 and 1, neither end included
 */
export function stream(seed: number, name: string, draws: number): Float64Array {
  const word = spread(hash(name, seed));
  const next = xoshiro128([word(), word(), word(), (word() | 1) >>> 0]);
  return Float64Array.from(
    { length: draws },
    () => ((next() >>> 5) * TWO_TO_26 + (next() >>> 6) + 0.5) / TWO_TO_53,
  );
}
