import { ActionIcon } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import WaveSurfer from 'wavesurfer.js';
import { decode } from '../audio/decode';
import { Canvas } from '../design/Canvas';
import { PauseIcon, PlayIcon } from '../design/icons';
import { useTokens } from '../design/useTokens';
import { drawMel } from '../features/drawMel';
import { EMBEDDING_MEL, LogMel } from '../features/LogMel';
import classes from './Predict.module.css';

/** Of a longer recording the beginning is drawn. */
const DRAWN_SECONDS = 30;

/** A recording's waveform, to be played from anywhere in it, and its log-mel; nothing where the browser cannot decode it. */
export function Player({ file }: { file: Blob }) {
  const place = useRef<HTMLDivElement>(null);
  const player = useRef<WaveSurfer>(undefined);
  const [playing, setPlaying] = useState(false);
  const [mel, setMel] = useState<Float32Array[] | 'unreadable'>([]);
  const { soft, accent } = useTokens();

  useEffect(() => {
    const container = place.current;
    if (!container) {
      return undefined;
    }
    const made = WaveSurfer.create({
      container,
      height: 76,
      waveColor: soft,
      progressColor: accent,
      cursorColor: accent,
      barWidth: 3,
      barGap: 2,
      barRadius: 3,
      normalize: true,
    });
    player.current = made;
    made.on('play', () => setPlaying(true));
    made.on('pause', () => setPlaying(false));
    made.loadBlob(file).catch(() => setMel('unreadable'));
    return () => made.destroy();
  }, [file, soft, accent]);

  useEffect(() => {
    let current = true;
    void melOf(file).then(
      (frames) => current && setMel(frames),
      () => current && setMel('unreadable'),
    );
    return () => {
      current = false;
    };
  }, [file]);

  const draw = useMemo(() => drawMel(mel === 'unreadable' ? [] : mel, EMBEDDING_MEL, Math.max(1, mel.length)), [mel]);
  return (
    <div className={classes['player']} hidden={mel === 'unreadable'}>
      <ActionIcon
        size="xl"
        radius="xl"
        variant="filled"
        onClick={() => void player.current?.playPause()}
        aria-label={playing ? 'Pause' : 'Play the recording'}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </ActionIcon>
      <div className={classes['sound']}>
        <div ref={place} />
        <Canvas label="Log-mel spectrogram of the recording" height={64} draw={draw} />
      </div>
    </div>
  );
}

async function melOf(file: Blob): Promise<Float32Array[]> {
  const { sampleRateHz } = EMBEDDING_MEL;
  const { samples } = await decode(file, sampleRateHz);
  return new LogMel(EMBEDDING_MEL).push(samples.subarray(0, DRAWN_SECONDS * sampleRateHz));
}
