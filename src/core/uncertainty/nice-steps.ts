/**
 * Steps of 1, 2 or 5 times a power of ten over a stretch, each as exact as it can be written.
 *
 * @param low below high
 * @param most how many steps there may be, or about one more
 * @returns multiples of the step, the first at or below low, the last at or above high
 */
export function niceSteps(low: number, high: number, most: number): readonly number[] {
  const { times, over } = stepFrom((high - low) / most);
  const first = Math.floor((low / times) * over);
  const last = Math.ceil((high / times) * over);
  return Array.from({ length: last - first + 1 }, (_, index) => ((first + index) * times) / over);
}

/** Below this nothing can be told apart by steps. */
const FINEST = 1e15;

/** The smallest step that is not below a size, as a fraction of whole numbers. */
function stepFrom(size: number): { readonly times: number; readonly over: number } {
  let [times, over] = [1, 1];
  while ((10 * times) / over < size) times *= 10;
  while (times / over > size && over < FINEST) over *= 10;
  const by = [1, 2, 5].find((each) => (each * times) / over >= size) ?? 10;
  return { times: by * times, over };
}
