import { Button, Select, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { wav } from '../audio/wav';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import type { Card } from '../models/versions';
import { correct, type Correction } from '../monitoring/feedback';
import { HeardMark } from './HeardMark';
import classes from './Listen.module.css';
import type { Mark, Session } from './Session';

/** How much of the last sound a missed event is looked for in. */
const MISSED_SECONDS = 3;

type HeardListProps = { project: string; session: Session; card: Card };

/** What was detected, each with the clip that fired, and the two ways to say that it was wrong. */
export function HeardList({ project, session, card }: HeardListProps) {
  const marks = useSyncExternalStore(session.subscribe, session.marks);
  const [consent, setConsent] = useLocalStorage({ key: 'hearken-keep-corrections', defaultValue: false });
  const feedback = useMutation({ mutationFn: (correction: Correction) => correct(project, correction) });
  const clipOf = (samples: Float32Array, name: string) =>
    consent ? { clip: { blob: wav(samples, session.sampleRateHz), name: `${name}.wav` } } : {};
  const refute = (mark: Mark) => {
    session.refute(mark.number);
    feedback.mutate({ kind: 'false_alarm', ...clipOf(mark.clip, `false-alarm-${session.began}-${mark.number}`) });
  };
  const missed = (label: string) =>
    feedback.mutate({ kind: 'miss', label, ...clipOf(session.recent.last(MISSED_SECONDS), `missed-${Date.now()}`) });
  return (
    <Sheet title="Heard" aside={<span className={classes['count']}>{marks.length}</span>}>
      <div aria-live="polite" className="unseen">
        {marks[0] && `${marks[0].label} heard`}
      </div>
      {marks.length === 0 && (
        <p className={classes['hint']}>Nothing yet. Say one of: {card.labels.filter(isEvent).join(', ')}.</p>
      )}
      <ol className={classes['marks']}>
        {marks.map((mark) => (
          <HeardMark key={mark.number} mark={mark} sampleRateHz={session.sampleRateHz} onWrong={() => refute(mark)} />
        ))}
      </ol>
      <Missed labels={card.labels.filter(isEvent)} onMissed={missed} />
      <Switch
        label="Keep the sound of my corrections"
        description="With this on, the last seconds go to the project's clips, labelled, for the next training. Without it, only the fact is noted."
        checked={consent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
      />
      {feedback.isSuccess && (
        <p role="status" className={classes['thanks']}>
          Noted{feedback.data.clip ? `, and kept as clip ${feedback.data.clip}` : ''}. Thank you.
        </p>
      )}
      {feedback.isError && <FailureLine error={feedback.error} />}
    </Sheet>
  );
}

function isEvent(label: string): boolean {
  return !label.startsWith('_');
}

function Missed({ labels, onMissed }: { labels: string[]; onMissed: (label: string) => void }) {
  const [label, setLabel] = useState<string | null>(labels[0] ?? null);
  return (
    <div className={classes['missed']}>
      <Select label="It missed" data={labels} value={label} onChange={setLabel} allowDeselect={false} w="9rem" />
      <Button variant="default" disabled={label === null} onClick={() => label !== null && onMissed(label)}>
        You missed one
      </Button>
    </div>
  );
}
