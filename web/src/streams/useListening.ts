import { useCallback, useEffect, useRef, useState } from 'react';
import { DIGITS_8K, EMBEDDING_MEL, SPEECH_16K, type LogMelSettings } from '../features/LogMel';
import type { Card } from '../models/versions';
import type { Heard, Listener, Opening, Ready, Told } from './heard';
import { OnTheServer } from './OnTheServer';
import { OnThisDevice } from './OnThisDevice';
import { Session } from './Session';
import { LiveSound, RecordedSound, type Sound } from './Sound';

export type Where = 'device' | 'server';

export type State =
  { name: 'idle' } | { name: 'opening' } | { name: 'listening' } | { name: 'failed'; failure: unknown };

/** Listening to the microphone: its state, what it has heard so far, and how to begin and end it. */
export type Listening = {
  state: State;
  session: Session | undefined;
  /** Listens to the microphone, or to a recording as fast as it can be heard. */
  start: (where: Where, threshold: number | undefined, recording?: File) => Promise<void>;
  stop: () => void;
  setThreshold: (threshold: number) => void;
};

/** Listens with a project's live model. */
export function useListening(project: string, card: Card): Listening {
  const [state, setState] = useState<State>({ name: 'idle' });
  const [session, setSession] = useState<Session>();
  const open = useRef<Open>(undefined);

  const end = useCallback((next: State) => {
    open.current?.close();
    open.current = undefined;
    setState(next);
  }, []);
  const stop = useCallback(() => end({ name: 'idle' }), [end]);
  useEffect(() => () => open.current?.close(), []);

  const start = async (where: Where, threshold: number | undefined, recording?: File) => {
    end({ name: 'opening' });
    const mine = new Open();
    open.current = mine;
    try {
      const source = recording ? await RecordedSound.of(recording) : new LiveSound();
      const fail = (failure: unknown) => end({ name: 'failed', failure });
      const begun = await mine.begin(source, { project, card, where, threshold }, fail);
      if (begun && open.current === mine) {
        setSession(begun);
        setState({ name: 'listening' });
        void mine.ended.then(() => open.current === mine && stop());
      }
    } catch (failure) {
      end({ name: 'failed', failure });
    }
  };

  const setThreshold = useCallback((threshold: number) => open.current?.setThreshold(threshold), []);
  return { state, session, start, stop, setThreshold };
}

type Wanted = { project: string; card: Card; where: Where; threshold: number | undefined };

/** A source of sound and a listener that are open together. */
class Open {
  /** Resolves when the source has ended and all of it has been heard; a microphone never does. */
  ended: Promise<void> = new Promise(() => undefined);
  private source: Sound | undefined;
  private listener: Listener | undefined;
  private closed = false;

  /** Opens both; nothing if it was closed meanwhile. */
  async begin(source: Sound, { card, where, ...wanted }: Wanted, onFailure: Told['onFailure']) {
    this.source = source;
    const sampleRateHz = await source.open();
    const hear = (heard: Heard) => session?.hear(heard);
    const [listener, ready] = await listen(where, { ...wanted, sampleRateHz }, { onHeard: hear, onFailure });
    this.listener = listener;
    if (this.closed) {
      this.close();
      return undefined;
    }
    const session: Session | undefined = new Session(ready.labels, sampleRateHz, melOf(card));
    this.ended = source.into(session, listener);
    this.ended.catch(onFailure);
    return session;
  }

  setThreshold(threshold: number): void {
    this.listener?.setThreshold(threshold);
  }

  close(): void {
    this.closed = true;
    this.listener?.close();
    this.source?.close();
  }
}

function listen(where: Where, opening: Opening, told: Told): Promise<[Listener, Ready]> {
  return where === 'device' ? OnThisDevice.open(opening, told) : OnTheServer.open(opening, told);
}

/** The log-mel that is shown: of the networks there are, most hear through the speech embedding. */
function melOf({ sample_rate_hz, settings }: Card): LogMelSettings {
  if (sample_rate_hz === DIGITS_8K.sampleRateHz) {
    return DIGITS_8K;
  }
  return 'network' in settings && settings['network'] !== 'embedding' ? SPEECH_16K : EMBEDDING_MEL;
}
