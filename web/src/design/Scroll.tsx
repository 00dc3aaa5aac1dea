import type { ReactNode } from 'react';
import classes from './Scroll.module.css';

/** What may be wider than the screen: it scrolls by itself, from the keyboard, too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else nobody without a mouse sees its end
    <div className={classes['scroll']} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
