import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Tour.module.css';

type Stop = { title: string; words: ReactNode; to?: string; go?: string };

const STOPS: Stop[] = [
  {
    title: 'Two models are here already',
    words: (
      <>
        <strong>digits</strong> knows zero to nine, <strong>keywords</strong> ten command words. Each card says how
        often its model is right on voices it never heard, and how sure that figure is.
      </>
    ),
  },
  {
    title: 'Say a number',
    words: (
      <>
        Open <em>Listen</em>, press the microphone and say “seven”. You see the sound, what the model sees of it, and
        its probability for each digit. It all happens in this tab; nothing is sent.
      </>
    ),
    to: '/projects/digits/listen',
    go: 'Try it',
  },
  {
    title: 'Tell it when it is wrong',
    words: (
      <>
        Every mark has “That was wrong”, and there is “You missed one”. If you agree, those seconds become labelled
        clips, and the next training learns from them.
      </>
    ),
    to: '/projects/keywords/listen',
    go: 'Try it with words',
  },
  {
    title: 'Bring a folder',
    words: (
      <>
        On <em>Predict</em> drop one recording or a thousand. Each answer comes with the probability of every label; all
        of them can be downloaded as a table.
      </>
    ),
    to: '/projects/digits/predict',
    go: 'Drop something',
  },
  {
    title: 'Make your own',
    words: (
      <>
        Type a phrase on <em>Phrase</em> and get its detector in minutes, or start a project, bring a folder for each
        label, and train. A new version only answers if it is not worse than the one before.
      </>
    ),
    to: '/phrase',
    go: 'Type a phrase',
  },
];

/** Two minutes through what Hearken does, on the models it comes with. */
export function Tour({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const stop = STOPS[at];
  return (
    <Modal opened={opened} onClose={onClose} title={`Stop ${at + 1} of ${STOPS.length}`} size="34rem">
      <h2 className={classes['title']}>{stop.title}</h2>
      <p aria-live="polite">{stop.words}</p>
      <ol className={classes['dots']} aria-hidden="true">
        {STOPS.map(({ title }, i) => (
          <li key={title} data-here={i === at || undefined} />
        ))}
      </ol>
      <div className={classes['ways']}>
        {stop.to !== undefined && (
          <Button component={Link} to={stop.to} variant="light">
            {stop.go}
          </Button>
        )}
        <span className={classes['steps']}>
          {at > 0 && (
            <Button variant="default" onClick={() => setAt(at - 1)}>
              Back
            </Button>
          )}
          <Button onClick={() => (at + 1 < STOPS.length ? setAt(at + 1) : onClose())}>
            {at + 1 < STOPS.length ? 'Next' : 'Done'}
          </Button>
        </span>
      </div>
    </Modal>
  );
}
