import { percent } from './percent';
import classes from './Predict.module.css';

/** Of more labels than this, only the most probable are drawn. */
const MOST_BARS = 12;

/** The probability of every label. */
export function Bars({ probabilities, best }: { probabilities: Record<string, number>; best: string | undefined }) {
  let shares = Object.entries(probabilities);
  if (shares.length > MOST_BARS) {
    shares = shares.sort(([, a], [, b]) => b - a).slice(0, MOST_BARS);
  }
  return (
    <ol className={classes['bars']} aria-label="Probability of every label">
      {shares.map(([label, probability]) => (
        <li key={label} data-best={label === best || undefined}>
          <span>{label}</span>
          <span className={classes['bar']}>
            <span style={{ width: `${100 * probability}%` }} />
          </span>
          <span className={classes['percent']}>{percent(probability)}</span>
        </li>
      ))}
    </ol>
  );
}
