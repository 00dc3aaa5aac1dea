import { useQuery } from '@tanstack/react-query';
import { bins } from './bins';
import classes from './Clips.module.css';
import { lengths, type Dataset } from './clips';
import { seconds } from './seconds';

const BARS = 24;

/** How long the recordings are, drawn and in a sentence. */
export function Lengths({ project, dataset: { durations, clips } }: { project: string; dataset: Dataset }) {
  const { data = [] } = useQuery(lengths(project));
  const { counts, from, to } = bins(data, BARS);
  const most = Math.max(1, ...counts);
  const uneven = durations.most > 4 * durations.median;
  return (
    <>
      <h3 style={{ marginTop: '1.75rem' }}>Lengths</h3>
      <div className={classes['lengths']} role="img" aria-label="How many recordings there are of each length">
        {counts.map((count, i) => (
          <i key={i} style={{ height: `${(100 * count) / most}%` }} />
        ))}
      </div>
      <p className={classes['scale']}>
        <span>{seconds(from)}</span>
        <span>{seconds(to)}</span>
      </p>
      <p className={classes['quiet']}>
        Half of them are shorter than {seconds(durations.median)}; the longest has {seconds(durations.most)}.{' '}
        {uneven ? 'Look at the longest: more may be in them than their label says.' : 'They are of one kind.'}
        {clips > data.length && data.length > 0 && ` Drawn are the first ${data.length.toLocaleString('en')}.`}
      </p>
    </>
  );
}
