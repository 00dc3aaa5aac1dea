import { ActionIcon } from '@mantine/core';
import { PauseIcon, PlayIcon } from '../design/icons';

type PlayButtonProps = { name: string; playing: boolean; onToggle: () => void; size?: 'md' | 'lg' | 'xl' };

/** Plays or pauses what is named. */
export function PlayButton({ name, playing, onToggle, size = 'lg' }: PlayButtonProps) {
  return (
    <ActionIcon
      variant={playing ? 'filled' : 'light'}
      size={size}
      radius="xl"
      aria-label={`${playing ? 'Pause' : 'Play'} ${name}`}
      onClick={onToggle}
    >
      {playing ? <PauseIcon size={16} /> : <PlayIcon size={16} />}
    </ActionIcon>
  );
}
