import { Refused } from '../api/failures';
import { useHealth } from '../monitoring/health';
import classes from './Reach.module.css';

/** A strip that is there only while the server is not, or does not work as it should. */
export function Reach() {
  const { data, error } = useHealth();
  const asksWhoWeAre = error instanceof Refused && error.problem.status === 401;
  if (error && !asksWhoWeAre) {
    return (
      <p className={classes['strip']} data-tone="bad" role="status">
        <strong>The server cannot be reached.</strong> This page tries again every few seconds; nothing you see is lost.
      </p>
    );
  }
  const trouble = data?.status === 'down' ? data.degraded[0] : undefined;
  if (trouble) {
    return (
      <p className={classes['strip']} data-tone="bad" role="status">
        <strong>The server cannot answer.</strong> {trouble.what}: {trouble.reason}
      </p>
    );
  }
  return null;
}
