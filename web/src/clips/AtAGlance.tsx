import { UnstyledButton } from '@mantine/core';
import { sentence } from '../api/explain';
import { Sheet } from '../design/Page';
import classes from './Clips.module.css';
import type { Dataset } from './clips';
import { Lengths } from './Lengths';
import { seconds } from './seconds';

type AtAGlanceProps = {
  project: string;
  dataset: Dataset;
  onLabel: (label: string) => void;
  onSpeaker: (speaker: string) => void;
};

/** What a project's recordings amount to, and what stands between them and an honest figure. */
export function AtAGlance({ project, dataset, onLabel, onSpeaker }: AtAGlanceProps) {
  return (
    <div className={classes['glance']}>
      <Sheet title="At a glance">
        <Numbers dataset={dataset} />
        <Findings dataset={dataset} onSpeaker={onSpeaker} />
      </Sheet>
      <Sheet title="Balance">
        <Balance dataset={dataset} onLabel={onLabel} />
        {dataset.clips > 0 && <Lengths project={project} dataset={dataset} />}
      </Sheet>
    </div>
  );
}

function Numbers({ dataset: { clips, seconds: all, audit, unlabelled } }: { dataset: Dataset }) {
  return (
    <>
      <dl className={classes['numbers']}>
        <div>
          <dt>Recordings to use</dt>
          <dd>{clips.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>Together</dt>
          <dd>{seconds(all)}</dd>
        </div>
        <div>
          <dt>Speakers</dt>
          <dd>{audit.speakers.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>Without a label</dt>
          <dd>{unlabelled.toLocaleString('en')}</dd>
        </div>
      </dl>
    </>
  );
}

function Findings({ dataset, onSpeaker }: { dataset: Dataset; onSpeaker: (speaker: string) => void }) {
  const { audit, clips } = dataset;
  return (
    <>
      <h3 style={{ margin: '1.25rem 0 0.6rem' }}>Before you trust a figure</h3>
      <ul className={classes['findings']}>
        {audit.findings.map(({ code, detail }) => (
          <li key={code + detail} data-tone={code === 'LEAK' ? 'bad' : undefined}>
            {sentence(detail)}
          </li>
        ))}
        {audit.findings.length === 0 && clips > 0 && (
          <li data-tone="good">Nothing to object to: enough of every label, and every speaker is known.</li>
        )}
      </ul>
      {audit.speakers_on_both_sides.length > 0 && (
        <p className={classes['quiet']}>
          On both sides:{' '}
          {audit.speakers_on_both_sides.slice(0, 12).map((speaker) => (
            <UnstyledButton key={speaker} c="var(--accent)" mr="0.5rem" onClick={() => onSpeaker(speaker)}>
              {speaker}
            </UnstyledButton>
          ))}
        </p>
      )}
      <p className={classes['quiet']}>
        {dataset.frozen
          ? 'The test set is chosen and stays as it is: speakers are kept whole, and nothing learned from is judged by.'
          : 'The first training sets about a fifth aside to judge by, speakers kept whole.'}
      </p>
    </>
  );
}

function Balance({ dataset: { labels, frozen }, onLabel }: { dataset: Dataset; onLabel: (label: string) => void }) {
  const most = Math.max(1, ...labels.map(({ clips }) => clips));
  if (labels.length === 0) {
    return <p className={classes['quiet']}>No recording has a label yet.</p>;
  }
  return (
    <>
      <ul className={classes['balance']}>
        {labels.map(({ label, clips, seconds: long, speakers, train, test }) => (
          <li key={label}>
            <UnstyledButton onClick={() => onLabel(label)} aria-label={`${label}: ${clips} recordings. Show them`}>
              <strong>{label}</strong>
              <span className={classes['bar']}>
                <i style={{ width: `${(100 * train) / most}%` }} />
                <i style={{ width: `${(100 * test) / most}%` }} />
              </span>
              <span className={classes['share']} title={`${seconds(long)} of ${speakers} speakers`}>
                {clips.toLocaleString('en')} · {seconds(long)}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {frozen && (
        <p className={classes['quiet']} style={{ marginTop: '0.9rem' }}>
          Full: learned from. Striped: judged by.
        </p>
      )}
    </>
  );
}
