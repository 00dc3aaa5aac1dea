import type { Card } from '../models/versions';
import { wilson } from '../projects/figures';
import classes from './Phrase.module.css';

type Share = { count: number; of: number };

/** What the detector reaches, each figure with what it stands on. */
export function Reached({ card }: { card: Card }) {
  const metrics = card.metrics as unknown as Record<string, Share | undefined>;
  const point = card.operating_points.at(0);
  return (
    <dl className={classes['figures']}>
      <Figure name="missed, of voices it never heard" share={metrics['missed_by_unheard_voices']} />
      <Figure name="missed in loud noise (10 dB)" share={metrics['missed_by_unheard_voices_at_10_db']} />
      <Figure name="near-misses that fire" share={metrics['near_misses_that_fire']} />
      {point && (
        <div>
          <dt>false alarms an hour</dt>
          <dd>{(point.false_alarms / point.negative_hours).toFixed(2)}</dd>
          <dd className={classes['hint']}>
            {point.false_alarms} in {point.negative_hours.toFixed(1)} h of other sound
          </dd>
        </div>
      )}
    </dl>
  );
}

function Figure({ name, share }: { name: string; share: Share | undefined }) {
  if (!share || share.of === 0) {
    return null;
  }
  const [low, high] = wilson(share.count, share.of).map((bound) => (100 * bound).toFixed(1));
  return (
    <div>
      <dt>{name}</dt>
      <dd>{((100 * share.count) / share.of).toFixed(1)} %</dd>
      <dd className={classes['hint']}>
        {share.count} of {share.of}; 95 % interval {low} to {high} %
      </dd>
    </div>
  );
}
