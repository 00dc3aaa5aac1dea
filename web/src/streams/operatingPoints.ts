import type { Card, OperatingPoint } from '../models/versions';

/** For a model that was never measured on streams. */
const UNMEASURED = 0.5;

/** The threshold a model listens with where nobody chooses another: that of its first operating point. */
export function ownThreshold(card: Card): number {
  return card.operating_points.at(0)?.threshold ?? UNMEASURED;
}

/** What a threshold was measured to cost, over all labels: the nearest one that was measured, not above it. */
export function costAt({ operating_points: points }: Card, threshold: number): OperatingPoint | undefined {
  return points
    .filter((point) => point.threshold <= threshold + 1e-9)
    .reduce<OperatingPoint | undefined>(
      (nearest, point) => (nearest && nearest.threshold >= point.threshold ? nearest : point),
      undefined,
    );
}

/** "misses 4.1 % (37 of 903), 0.5 false alarms an hour (12 in 24.0 h)" */
export function costInWords(point: OperatingPoint): string {
  const missed = ((100 * point.missed_events) / Math.max(1, point.events)).toFixed(1);
  const perHour = (point.false_alarms / Math.max(1e-9, point.negative_hours)).toFixed(2);
  return `misses ${missed} % (${point.missed_events} of ${point.events}), ${perHour} false alarms an hour (${
    point.false_alarms
  } in ${point.negative_hours.toFixed(1)} h)`;
}
