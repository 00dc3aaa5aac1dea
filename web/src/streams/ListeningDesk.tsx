import { useState } from 'react';
import { explain } from '../api/explain';
import { Microphone } from '../audio/Microphone';
import { Sheet } from '../design/Page';
import type { Card } from '../models/versions';
import { Controls } from './Controls';
import { HeardList } from './HeardList';
import classes from './Listen.module.css';
import { Live } from './Live';
import { microphoneFailure } from './microphoneFailure';
import { ownThreshold } from './operatingPoints';
import { useListening, type Where } from './useListening';

/** Everything on the page Listen that needs a model. */
export function ListeningDesk({ project, card }: { project: string; card: Card }) {
  const { state, session, start, stop, setThreshold } = useListening(project, card);
  const [where, setWhere] = useState<Where>('device');
  /** Undefined as long as the model's own thresholds, one a label, are wanted. */
  const [chosenThreshold, chooseThreshold] = useState<number>();
  const threshold = chosenThreshold ?? ownThreshold(card);
  const listening = state.name === 'listening';
  const choose = (chosen: Where) => {
    setWhere(chosen);
    if (listening) {
      void start(chosen, chosenThreshold);
    }
  };
  const settle = (chosen: number) => {
    if (listening && where === 'server') {
      // A stream keeps the threshold it was opened with.
      void start(where, chosen);
    }
  };
  const failure = state.name === 'failed' ? (microphoneFailure(state.failure) ?? explain(state.failure)) : undefined;
  return (
    <>
      <Sheet>
        <Controls
          card={card}
          state={state.name}
          where={where}
          threshold={threshold}
          isPossible={Microphone.isThere}
          onToggle={() => (listening || state.name === 'opening' ? stop() : void start(where, chosenThreshold))}
          onRecording={(recording) => void start(where, chosenThreshold, recording)}
          onWhere={choose}
          onThreshold={(chosen) => {
            chooseThreshold(chosen);
            setThreshold(chosen);
          }}
          onThresholdSettled={settle}
        />
        {failure && (
          <p className={classes['failure']} role="alert">
            <strong>{failure.title}.</strong> {failure.detail} {failure.advice}
          </p>
        )}
      </Sheet>
      {session && (
        <div className={classes['columns']}>
          <Live session={session} threshold={threshold} listening={listening} />
          <HeardList key={session.began} project={project} session={session} card={card} />
        </div>
      )}
    </>
  );
}
