import { Button, FileButton, SegmentedControl, Slider, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { ListenIcon, StopIcon } from '../design/icons';
import type { Card } from '../models/versions';
import classes from './Listen.module.css';
import { costAt, costInWords } from './operatingPoints';
import type { State, Where } from './useListening';

type ControlsProps = {
  card: Card;
  state: State['name'];
  where: Where;
  threshold: number;
  isPossible: boolean;
  onToggle: () => void;
  onRecording: (recording: File) => void;
  onWhere: (where: Where) => void;
  onThreshold: (threshold: number) => void;
  onThresholdSettled: (threshold: number) => void;
};

const SAID: Record<State['name'], string> = {
  idle: 'Start listening',
  opening: 'Getting ready…',
  listening: 'Stop listening',
  failed: 'Start listening',
};

/** Begin and end, where it is computed, and from which score on something counts. */
export function Controls(props: ControlsProps) {
  const active = props.state === 'listening' || props.state === 'opening';
  return (
    <div className={classes['controls']}>
      <div>
        <UnstyledButton
          className={classes['microphone'] ?? ''}
          data-active={active || undefined}
          aria-pressed={active}
          disabled={!props.isPossible && !active}
          onClick={props.onToggle}
        >
          <span className={classes['disc']}>{active ? <StopIcon size={30} /> : <ListenIcon size={30} />}</span>
          {SAID[props.state]}
        </UnstyledButton>
        {!active && (
          <FileButton
            accept="audio/*"
            onChange={(file) => file && props.onRecording(file)}
            inputProps={{ 'data-testid': 'recording' } as object}
          >
            {(button) => (
              <Button {...button} variant="subtle" size="compact-sm" className={classes['instead'] ?? ''}>
                or hear a recording
              </Button>
            )}
          </FileButton>
        )}
      </div>
      <WhereChoice where={props.where} onWhere={props.onWhere} />
      <Threshold {...props} />
      {!props.isPossible && (
        <p className={classes['failure']} role="alert">
          This browser gives the microphone to pages of this machine and over HTTPS only.
        </p>
      )}
    </div>
  );
}

function WhereChoice({ where, onWhere }: Pick<ControlsProps, 'where' | 'onWhere'>) {
  return (
    <div className={classes['choice']}>
      <p className={classes['caption']}>Computed</p>
      <SegmentedControl
        value={where}
        radius="xl"
        aria-label="Computed"
        onChange={(chosen) => onWhere(chosen)}
        data={[
          { value: 'device', label: 'On this device' },
          { value: 'server', label: 'On the server' },
        ]}
      />
      <p className={classes['hint']}>
        {where === 'device'
          ? 'Your voice stays in this tab; it goes on without a network.'
          : 'Sound is sent to the server and not kept.'}
      </p>
    </div>
  );
}

function Threshold({ card, threshold, onThreshold, onThresholdSettled }: ControlsProps) {
  const id = useId();
  const cost = costAt(card, threshold);
  return (
    <div className={classes['choice']}>
      <p className={classes['caption']} id={id}>
        Threshold <strong>{threshold.toFixed(2)}</strong>
      </p>
      <Slider
        value={threshold}
        min={0.05}
        max={0.99}
        step={0.01}
        label={null}
        thumbProps={{ 'aria-labelledby': id }}
        thumbLabel="Threshold"
        marks={card.operating_points.map((point) => ({ value: point.threshold }))}
        onChange={onThreshold}
        onChangeEnd={onThresholdSettled}
      />
      <p className={classes['hint']}>
        {cost ? `Measured at ${cost.threshold.toFixed(2)}: ${costInWords(cost)}.` : unmeasured(card)}
      </p>
    </div>
  );
}

function unmeasured(card: Card): string {
  return card.operating_points.length > 0
    ? 'Lower than any threshold that was measured: expect more false alarms.'
    : 'Nobody has measured yet what a threshold costs this model on streams.';
}
