type Point = { x: number; y: number };

/** A margin on every side, so that no dot is cut. */
const MARGIN = 2;

/** Points moved and stretched into a box of this size, y upwards. */
export function placed<T extends Point>(points: readonly T[], width: number, height: number): T[] {
  const across = scale(
    points.map(({ x }) => x),
    width,
  );
  const up = scale(
    points.map(({ y }) => y),
    height,
  );
  return points.map((point) => ({ ...point, x: across(point.x), y: height - up(point.y) }));
}

function scale(values: readonly number[], size: number): (value: number) => number {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  return (value) => (range > 0 ? MARGIN + ((size - 2 * MARGIN) * (value - least)) / range : size / 2);
}
