import type { CSSProperties } from 'react';
import { Scroll } from '../design/Scroll';
import classes from './Models.module.css';

/** How often each label was taken for each other: a row is what it was, a column what was answered. */
export function Confusion({ labels, counts }: { labels: string[]; counts: number[][] }) {
  const mistakes = counts
    .flatMap((row, i) => row.map((count, j) => ({ count, was: labels[i], taken: labels[j], wrong: i !== j })))
    .filter(({ wrong, count }) => wrong && count > 0)
    .sort((a, b) => b.count - a.count);
  const worst = mistakes.at(0);
  return (
    <>
      <p className={classes['quiet']}>
        A row is what it was, a column what was answered.{' '}
        {worst ? `Most often ${worst.was} is taken for ${worst.taken} (${worst.count} times).` : 'There is no mistake.'}
      </p>
      <Scroll label="What it takes for what">
        <table className={classes['confusion']}>
          <thead>
            <tr>
              <td />
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row, i) => {
              const all = Math.max(
                1,
                row.reduce((sum, count) => sum + count, 0),
              );
              return (
                <tr key={labels[i]}>
                  <th scope="row">{labels[i]}</th>
                  {row.map((count, j) => (
                    <td
                      key={labels[j]}
                      data-right={i === j || undefined}
                      data-wrong={(i !== j && count > 0) || undefined}
                      style={{ '--share': `${Math.round((100 * count) / all)}%` } as CSSProperties}
                    >
                      {count === 0 ? <span className={classes['none']}>0</span> : count}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
