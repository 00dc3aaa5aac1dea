import type { ReactNode } from 'react';
import { Sheet } from '../design/Page';
import type { Version } from '../projects/projects';
import classes from './Models.module.css';
import type { Card } from './versions';

/** What a version says of itself: how it was made and of what, and on what terms it may be used. */
export function CardSheet({ card, version }: { card: Card; version: Version }) {
  return (
    <Sheet title="Card">
      <dl className={classes['facts']}>
        <Fact name="Labels">{card.labels.join(', ')}</Fact>
        <Fact name="Hears">
          {(card.window_samples / card.sample_rate_hz).toFixed(2)} s at {card.sample_rate_hz.toLocaleString('en')} Hz,
          every {(card.hop_samples / card.sample_rate_hz).toFixed(2)} s
        </Fact>
        <Fact name="Learned from">{card.clips.toLocaleString('en')} recordings</Fact>
        <Fact name="Recipe">{card.recipe}</Fact>
        <Fact name="SHA-256">
          <code>{version.sha256}</code>
        </Fact>
        <Fact name="Data">
          <code>{card.dataset_digest}</code>
        </Fact>
        {card.licences.map(({ work, licence, attribution }) => (
          <Fact key={work} name="Stands on">
            {work}, {licence}. {attribution}
          </Fact>
        ))}
      </dl>
      <details className={classes['settings']}>
        <summary>Settings and libraries</summary>
        <dl className={classes['facts']}>
          {Object.entries({ ...card.settings, ...card.versions }).map(([key, value]) => (
            <Fact key={key} name={key}>
              {value === '' ? 'none' : value}
            </Fact>
          ))}
        </dl>
      </details>
    </Sheet>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
