export function stream(seed: number, _name: string, draws: number): Float64Array {
  return Float64Array.from({ length: draws }, (_, i) => (i + 0.5 + (seed % 1)) / draws);
}
