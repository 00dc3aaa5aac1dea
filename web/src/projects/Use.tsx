import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { perDay } from './figures';
import classes from './ProjectCard.module.css';

const DAYS = 14;

/** The last answers are enough to see whether a project is used. */
const MOST = 400;

const history = (project: string) =>
  queryOptions({
    queryKey: ['projects', project, 'predictions', MOST],
    queryFn: () =>
      answer(
        api.GET('/api/v1/projects/{project}/predictions', { params: { path: { project }, query: { limit: MOST } } }),
      ),
  });

/** How often a project was asked on each of the last days. */
export function Use({ project }: { project: string }) {
  const { data } = useQuery(history(project));
  const counts = perDay(data?.predictions.map(({ at }) => at) ?? [], DAYS, new Date());
  const most = Math.max(1, ...counts);
  return (
    <figure className={classes['use']}>
      <svg viewBox={`0 0 ${DAYS * 8} 28`} preserveAspectRatio="none" aria-hidden="true">
        {counts.map((count, day) => {
          const height = count === 0 ? 1.5 : 4 + (24 * count) / most;
          return (
            <rect
              key={day}
              data-empty={count === 0 || undefined}
              x={8 * day + 1}
              y={28 - height}
              width="6"
              height={height}
              rx="1.5"
            />
          );
        })}
      </svg>
      <figcaption className={classes['hint']}>{words(data?.total)}</figcaption>
    </figure>
  );
}

function words(total: number | undefined): string {
  if (total === undefined) {
    return ' ';
  }
  return total === 0 ? 'not asked yet' : `${total.toLocaleString('en')} answers in all; the last ${DAYS} days`;
}
