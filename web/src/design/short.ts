/** A number to three digits: more is noise. */
export function short(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.001) {
    return value.toExponential(1);
  }
  return String(Number(value.toPrecision(3)));
}
