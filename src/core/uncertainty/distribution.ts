// placeholder, being replaced
export interface Distribution {
  distribution: string;
  low?: number;
  high?: number;
}
export function support(d: Distribution): [number, number] {
  return [d.low ?? 0, d.high ?? 1];
}
export function quantile(d: Distribution, u: number): number {
  return (d.low ?? 0) + u * ((d.high ?? 1) - (d.low ?? 0));
}
export function checkDistribution(_d: Distribution): { field: string; message: string }[] {
  return [];
}
