import classes from './Monitoring.module.css';

type FigureProps = { name: string; value: string | undefined; tone?: 'bad' | undefined };

/** A figure with its name; nothing where it was not measured. */
export function Figure({ name, value, tone }: FigureProps) {
  return value === undefined ? null : (
    <div data-tone={tone}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** How often each was counted, the most frequent first. */
export function Shares({ counts, nothing }: { counts: Record<string, number>; nothing: string }) {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...Object.values(counts));
  if (sorted.length === 0) {
    return <p className={classes['quiet']}>{nothing}</p>;
  }
  return (
    <ul className={classes['shares']}>
      {sorted.map(([name, count]) => (
        <li key={name}>
          <span>{name}</span>
          <span className={classes['bar']} aria-hidden="true">
            <i style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <span>{count.toLocaleString('en')}</span>
        </li>
      ))}
    </ul>
  );
}
