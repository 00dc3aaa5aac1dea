import { Autocomplete, Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlayButton } from '../audio/PlayButton';
import { useSound } from '../audio/useSound';
import { FailureLine } from '../design/States';
import { when } from '../design/when';
import { WARNINGS } from './ClipFilter';
import classes from './Clips.module.css';
import { clipAddress, features, type Clip, type Features } from './clips';
import type { Change } from './edits';
import { tellMel, tellMfcc } from './interpretation';
import { Outline } from './Outline';
import { seconds } from './seconds';

type ClipDetailProps = {
  project: string;
  clip: Clip | undefined;
  labels: string[];
  onChange: (change: Change) => void;
  onSpeaker: (speaker: string) => void;
  onClose: () => void;
};

/** One recording, to hear, to see, and to put right. */
export function ClipDetail({ clip, onClose, ...rest }: ClipDetailProps) {
  return (
    <Drawer opened={clip !== undefined} onClose={onClose} position="right" size="lg" title={clip?.name ?? ''}>
      {clip && <Detail key={clip.number} clip={clip} {...rest} />}
    </Drawer>
  );
}

type DetailProps = Omit<ClipDetailProps, 'clip' | 'onClose'> & { clip: Clip };

function Detail({ project, clip, labels, onChange, onSpeaker }: DetailProps) {
  const sound = useSound(clipAddress(project, clip.number, 'audio'));
  return (
    <div className={classes['detail']}>
      <div className={classes['detailSound']}>
        <PlayButton name={clip.name} playing={sound.playing} onToggle={sound.toggle} size="xl" />
        <div>
          <Outline project={project} number={clip.number} share={sound.share} points={160} />
        </div>
      </div>
      {sound.failed && <p className={classes['quiet']}>This browser cannot play it; the server still reads it.</p>}
      <Relabel clip={clip} labels={labels} onChange={onChange} />
      <Picture project={project} number={clip.number} kind="log-mel" title="Which pitches, when" tell={tellMel} />
      <Picture project={project} number={clip.number} kind="mfcc" title="Its timbre (MFCC)" tell={tellMfcc} />
      <Facts clip={clip} onSpeaker={onSpeaker} />
    </div>
  );
}

function Relabel({ clip, labels, onChange }: Pick<DetailProps, 'clip' | 'labels' | 'onChange'>) {
  const [label, setLabel] = useState(clip.label ?? '');
  const said = label.trim();
  return (
    <form
      className={classes['actions']}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ label: said });
      }}
    >
      <Autocomplete aria-label="Label" placeholder="What is heard?" data={labels} value={label} onChange={setLabel} />
      <Button type="submit" disabled={said === '' || said === clip.label}>
        Label
      </Button>
      <Button variant="default" onClick={() => onChange({ excluded: !clip.excluded })}>
        {clip.excluded ? 'Take in' : 'Leave out'}
      </Button>
      <Button variant="default" onClick={() => onChange({ deleted: !clip.deleted })}>
        {clip.deleted ? 'Take back' : 'Delete'}
      </Button>
    </form>
  );
}

type PictureProps = {
  project: string;
  number: number;
  kind: 'log-mel' | 'mfcc';
  title: string;
  tell: (features: Features) => string;
};

function Picture({ project, number, kind, title, tell }: PictureProps) {
  const { data, error } = useQuery(features(project, number, kind));
  return (
    <figure className={classes['picture']}>
      <img src={clipAddress(project, number, `features.png?kind=${kind}`)} alt={`${kind}, time to the right`} />
      <figcaption>
        <strong>{title}</strong>
        {data && tell(data)}
        {error && <FailureLine error={error} />}
      </figcaption>
    </figure>
  );
}

function Facts({ clip, onSpeaker }: { clip: Clip; onSpeaker: (speaker: string) => void }) {
  const { speaker } = clip;
  return (
    <dl className={classes['facts']}>
      <dt>Number</dt>
      <dd>{clip.number}</dd>
      {speaker !== undefined && (
        <>
          <dt>Speaker</dt>
          <dd>
            {speaker}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => onSpeaker(speaker)}>
              All of this speaker
            </Button>
          </dd>
        </>
      )}
      <dt>Length</dt>
      <dd>{seconds(clip.duration_seconds)}</dd>
      <dt>Format</dt>
      <dd>
        {clip.format}, {clip.sample_rate_hz.toLocaleString('en')} Hz
      </dd>
      <dt>Loudness</dt>
      <dd>
        {decibels(clip.rms)} on average, {decibels(clip.peak)} at its peak
      </dd>
      {clip.warnings.length > 0 && (
        <>
          <dt>To know</dt>
          <dd>{clip.warnings.map((warning) => WARNINGS[warning]).join(', ')}</dd>
        </>
      )}
      <dt>Used</dt>
      <dd>{clip.excluded ? 'left out' : use(clip.part)}</dd>
      {clip.source !== undefined && (
        <>
          <dt>Source</dt>
          <dd>{clip.source}</dd>
        </>
      )}
      {clip.licence !== undefined && (
        <>
          <dt>Licence</dt>
          <dd>{clip.licence}</dd>
        </>
      )}
      <dt>Brought</dt>
      <dd>{when(clip.added_at)}</dd>
    </dl>
  );
}

const use = (part: Clip['part']) =>
  part === 'test' ? 'to judge by' : part === 'train' ? 'to learn from' : 'from the next training on';

const decibels = (level: number) => (level > 0 ? `${(20 * Math.log10(level)).toFixed(1)} dBFS` : 'silent');
