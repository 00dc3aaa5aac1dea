import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Canvas } from '../design/Canvas';
import { DownloadIcon } from '../design/icons';
import { Sheet } from '../design/Page';
import { save } from '../design/save';
import { drawLogMel, drawPosteriors, drawWaveform, posteriorHeight } from './drawings';
import classes from './Listen.module.css';
import type { Session } from './Session';

/** As often as probabilities come, so that listening costs little. */
const FRAMES_PER_SECOND = 12;

type LiveProps = { session: Session; threshold: number; listening: boolean };

/** The last seconds: what the microphone picks up, what the model sees of it, what it makes of it. */
export function Live({ session, threshold, listening }: LiveProps) {
  const framesPerSecond = listening ? FRAMES_PER_SECOND : 0;
  const waveform = useMemo(() => drawWaveform(session), [session]);
  const logMel = useMemo(() => drawLogMel(session), [session]);
  const posteriors = useMemo(() => drawPosteriors(session, threshold), [session, threshold]);
  const { bands, minHz, maxHz } = session.melSettings;
  return (
    <Sheet
      title="Now"
      aside={listening ? <span className={classes['hint']}>the last 8 seconds</span> : <Keep session={session} />}
    >
      <figure className={classes['strip']}>
        <figcaption>Sound</figcaption>
        <Canvas label="Waveform of the last seconds" height={72} draw={waveform} framesPerSecond={framesPerSecond} />
      </figure>
      <figure className={classes['strip']}>
        <figcaption>
          What the model sees: log-mel, {bands} bands, {minHz} to {maxHz} Hz
        </figcaption>
        <Canvas label="Log-mel spectrogram" height={104} draw={logMel} framesPerSecond={framesPerSecond} />
      </figure>
      <figure className={classes['strip']}>
        <figcaption>What it makes of it: the probability of each label</figcaption>
        <Canvas
          label="Probability of each label over the last seconds"
          height={posteriorHeight(session.labels.length)}
          draw={posteriors}
          framesPerSecond={framesPerSecond}
        />
      </figure>
    </Sheet>
  );
}

/** Everything that was heard, to be looked at elsewhere. */
function Keep({ session }: { session: Session }) {
  const { labels, track } = session;
  const told = () => {
    const detections = session.marks().map(({ label, startSeconds, endSeconds, score }) => ({
      label,
      startSeconds,
      endSeconds,
      score,
    }));
    return JSON.stringify({ labels, hops: track, detections });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<DownloadIcon size={16} />}
      onClick={() => save(told(), 'heard.json', 'application/json')}
    >
      Posteriors
    </Button>
  );
}
