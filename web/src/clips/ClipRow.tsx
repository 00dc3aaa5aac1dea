import { Checkbox, UnstyledButton } from '@mantine/core';
import { PlayButton } from '../audio/PlayButton';
import { useSound } from '../audio/useSound';
import { WARNINGS } from './ClipFilter';
import classes from './Clips.module.css';
import { clipAddress, type Clip } from './clips';
import { Outline } from './Outline';
import { seconds } from './seconds';

export type ClipProps = {
  project: string;
  clip: Clip;
  chosen: boolean;
  /** Whether the page stands still, so that it is worth fetching outlines. */
  still: boolean;
  onChoose: (range: boolean) => void;
  onOpen: () => void;
};

/** What there is to know of a clip beside its label: warnings, and whether it is used. */
export function Marks({ clip }: { clip: Clip }) {
  return (
    <span className={classes['marks']}>
      {clip.part === 'test' && <i data-tone="quiet">test</i>}
      {clip.excluded && <i data-tone="bad">left out</i>}
      {clip.deleted && <i data-tone="bad">deleted</i>}
      {clip.warnings.map((warning) => (
        <i key={warning}>{WARNINGS[warning]}</i>
      ))}
    </span>
  );
}

/** A clip in the table. */
export function ClipRow({ project, clip, chosen, still, onChoose, onOpen }: ClipProps) {
  const sound = useSound(clipAddress(project, clip.number, 'audio'));
  return (
    <div className={classes['row']} data-chosen={chosen || undefined} data-quiet={clip.excluded || undefined}>
      <Checkbox
        checked={chosen}
        aria-label={`Choose ${clip.name}`}
        onChange={(event) => onChoose((event.nativeEvent as MouseEvent).shiftKey)}
      />
      <PlayButton name={clip.name} playing={sound.playing} onToggle={sound.toggle} />
      <div className={classes['wave']}>
        <Outline project={project} number={clip.number} share={sound.share} wanted={still} />
      </div>
      <UnstyledButton className={classes['name']} onClick={onOpen}>
        <strong data-none={clip.label === undefined || undefined}>{clip.label ?? 'no label'}</strong>
        <span>
          <span className="unseen">, </span>
          {clip.name}
        </span>
      </UnstyledButton>
      <span className={classes['speaker']}>{clip.speaker}</span>
      <Marks clip={clip} />
      <span className={classes['seconds']}>{seconds(clip.duration_seconds)}</span>
    </div>
  );
}

/** A clip in the grid. */
export function ClipTile({ project, clip, chosen, still, onChoose, onOpen }: ClipProps) {
  const sound = useSound(clipAddress(project, clip.number, 'audio'));
  return (
    <div className={classes['tile']} data-chosen={chosen || undefined} data-quiet={clip.excluded || undefined}>
      <div className={classes['tileWave']}>
        <Outline project={project} number={clip.number} share={sound.share} wanted={still} />
      </div>
      <div className={classes['tileFoot']}>
        <PlayButton name={clip.name} playing={sound.playing} onToggle={sound.toggle} />
        <UnstyledButton className={classes['name']} onClick={onOpen}>
          <strong data-none={clip.label === undefined || undefined}>{clip.label ?? 'no label'}</strong>
          <span>
            {clip.speaker ?? clip.name} · {seconds(clip.duration_seconds)}
          </span>
        </UnstyledButton>
        <Checkbox
          checked={chosen}
          aria-label={`Choose ${clip.name}`}
          onChange={(event) => onChoose((event.nativeEvent as MouseEvent).shiftKey)}
        />
      </div>
    </div>
  );
}
