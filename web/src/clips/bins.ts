/** How many values fall into each of so many equal stretches from the least to the greatest. */
export function bins(values: readonly number[], count: number): { counts: number[]; from: number; to: number } {
  const counts = new Array<number>(count).fill(0);
  if (values.length === 0) {
    return { counts, from: 0, to: 0 };
  }
  const from = Math.min(...values);
  const to = Math.max(...values);
  for (const value of values) {
    const place = to > from ? Math.floor((count * (value - from)) / (to - from)) : 0;
    counts[Math.min(count - 1, place)]++;
  }
  return { counts, from, to };
}
