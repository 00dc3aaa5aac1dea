import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { explain } from '../api/explain';
import { EmptyDrawing, FailureDrawing, OfflineDrawing } from './drawings';
import classes from './States.module.css';

/** Sound on its way: shown while something is awaited. */
export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <div className={classes['state']} role="status">
      <div className={classes['pulse']} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((bar) => (
          <i key={bar} />
        ))}
      </div>
      <p className={classes['quiet']}>{what}…</p>
    </div>
  );
}

type Words = { title: string; children: ReactNode; action?: ReactNode };

/** Nothing here yet, and what to do about it. */
export function Empty({ title, children, action }: Words) {
  return (
    <div className={classes['state']}>
      <EmptyDrawing />
      <h2>{title}</h2>
      <p className={classes['quiet']}>{children}</p>
      {action}
    </div>
  );
}

/** What went wrong, its stable code, and what to do. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail, advice, code, offline } = explain(error);
  return (
    <div className={classes['state']} role="alert">
      {offline ? <OfflineDrawing /> : <FailureDrawing />}
      <h2>{title}</h2>
      <p className={classes['quiet']}>{detail}</p>
      {advice && <p className={classes['advice']}>{advice}</p>}
      {code && <code className={classes['code']}>{code}</code>}
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** The same in one line, where a whole state would be too much. */
export function FailureLine({ error }: { error: unknown }) {
  const { title, detail, advice, code } = explain(error);
  return (
    <p className={classes['line']} role="alert">
      <strong>{title}.</strong> {detail} {advice} {code && <code className={classes['code']}>{code}</code>}
    </p>
  );
}
