import { useEffect, type ReactNode } from 'react';
import classes from './Page.module.css';

type PageProps = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

/** The frame of every page: its title, what it is for in a sentence, its actions, and what it shows. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Hearken`;
  }, [title]);
  return (
    <>
      <header className={classes['head']}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={classes['lead']}>{lead}</p>}
        </div>
        {actions && <div className={classes['actions']}>{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** A sheet of paper on the page. */
export function Sheet({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes['sheet']} {...(title ? { 'aria-label': title } : {})}>
      {title && (
        <div className={classes['sheetHead']}>
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
