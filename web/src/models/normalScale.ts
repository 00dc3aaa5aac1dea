import type { Det } from './report';

/** The shares that are named on the axes. */
export const SHARES = [0.001, 0.01, 0.05, 0.2, 0.5] as const;

const LEAST = -3.1;
const MOST = 0.3;

/** The standard normal deviate below which this share lies, in (0, 1), by halving. */
export function deviate(share: number): number {
  let low = -8;
  let high = 8;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

/** Where a deviate lies on an axis of 100. */
export function place(of: number): number {
  return (100 * (Math.min(MOST, Math.max(LEAST, of)) - LEAST)) / (MOST - LEAST);
}

/** The curve in a box of 100 by 100, false alarms to the right, misses upwards. */
export function detPath(det: Det['det']): string {
  return det
    .map(({ false_alarm_deviate: x, miss_deviate: y }) => `${place(x).toFixed(1)} ${(100 - place(y)).toFixed(1)}`)
    .map((point, i) => (i === 0 ? `M${point}` : `L${point}`))
    .join('');
}

/** The share of a standard normal below x (Abramowitz and Stegun 7.1.26, right to 1e-7). */
function below(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp((-x * x) / 2);
  return x >= 0 ? 1 - tail / 2 : tail / 2;
}
