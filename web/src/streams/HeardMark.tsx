import { ActionIcon, Button } from '@mantine/core';
import { useMemo } from 'react';
import { wav } from '../audio/wav';
import { Canvas, type Draw } from '../design/Canvas';
import { PlayIcon } from '../design/icons';
import classes from './Listen.module.css';
import type { Mark } from './Session';

type HeardMarkProps = { mark: Mark; sampleRateHz: number; onWrong: () => void };

/** One detection: what, when, how sure, and its sound. */
export function HeardMark({ mark, sampleRateHz, onWrong }: HeardMarkProps) {
  const draw = useMemo(() => outline(mark.clip), [mark.clip]);
  const play = () => {
    const address = URL.createObjectURL(wav(mark.clip, sampleRateHz));
    const sound = new Audio(address);
    sound.onended = () => URL.revokeObjectURL(address);
    void sound.play();
  };
  return (
    <li className={classes['mark']}>
      <ActionIcon variant="light" radius="xl" size="lg" onClick={play} aria-label={`Play ${mark.label}`}>
        <PlayIcon size={16} />
      </ActionIcon>
      <span className={classes['word']}>
        <strong>{mark.label}</strong>
        <span className={classes['hint']}>
          {mark.endSeconds.toFixed(1)} s · score {mark.score.toFixed(2)}
        </span>
      </span>
      <span className={classes['outline']}>
        <Canvas label={`Waveform of ${mark.label}`} height={32} draw={draw} />
      </span>
      <Button variant="subtle" size="compact-sm" disabled={mark.wrong === true} onClick={onWrong}>
        {mark.wrong ? 'Noted' : 'That was wrong'}
      </Button>
    </li>
  );
}

function outline(clip: Float32Array): Draw {
  return (pen, width, height, { soft }) => {
    const each = Math.max(1, Math.floor(clip.length / (width / 3)));
    const loudest = clip.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-3);
    pen.fillStyle = soft;
    for (let x = 0; x * each < clip.length; x++) {
      let peak = 0;
      for (let i = x * each; i < Math.min(clip.length, (x + 1) * each); i++) {
        peak = Math.max(peak, Math.abs(clip[i]));
      }
      const high = Math.max(1.5, (peak / loudest) * height);
      pen.fillRect(3 * x, (height - high) / 2, 2, high);
    }
  };
}
