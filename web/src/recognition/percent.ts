/** A probability as people read it. */
export function percent(probability: number): string {
  return `${(100 * probability).toFixed(1)} %`;
}
