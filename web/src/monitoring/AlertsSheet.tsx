import { Sheet } from '../design/Page';
import { when } from '../design/when';
import type { Alert } from './monitoring';
import classes from './Monitoring.module.css';

const MOST_ENDED = 5;

/** What is wrong now, and what was. */
export function AlertsSheet({ alerts }: { alerts: Alert[] }) {
  const now = alerts.filter(({ ended_at: ended }) => ended === undefined);
  const ended = alerts.filter(({ ended_at: end }) => end !== undefined).slice(0, MOST_ENDED);
  return (
    <Sheet title={now.length > 0 ? 'Something is wrong' : 'Alerts'}>
      <ul className={classes['alerts']}>
        {[...now, ...ended].map((alert) => (
          <li key={alert.id} data-tone={alert.ended_at === undefined ? 'bad' : undefined}>
            <strong>{alert.detail}</strong>
            <span>
              {alert.project === undefined ? '' : `${alert.project}, `}since {when(alert.raised_at)}
              {alert.ended_at !== undefined && `, until ${when(alert.ended_at)}`} <code>{alert.rule}</code>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
