/** Least height of a bar, in percent: silence is a line, not nothing. */
const LEAST = 1.5;

/**
 * A waveform as bars in a box of 100 by 100, as loud as the loudest allows.
 *
 * @param min the least sample of each stretch, in [-1, 1]
 * @param max the greatest
 */
export function outlinePath(min: readonly number[], max: readonly number[]): string {
  const loudest = Math.max(1e-4, ...max.map(Math.abs), ...min.map(Math.abs));
  return max
    .map((top, i) => {
      const up = Math.max(LEAST, (50 * top) / loudest);
      const down = Math.max(LEAST, (-50 * min[i]) / loudest);
      return `M${round((100 * (i + 0.5)) / max.length)} ${round(50 - up)}V${round(50 + down)}`;
    })
    .join('');
}

const round = (x: number): string => x.toFixed(1);
