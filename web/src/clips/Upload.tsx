import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Microphone } from '../audio/Microphone';
import { useRecorder } from '../audio/useRecorder';
import { FailureLine } from '../design/States';
import { useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { clipsKey } from './clips';
import { Intake, type Told } from './Intake';
import { IntakeResults } from './IntakeResults';
import { sentIn, sentOf, type Sent } from '../files/sent';
import classes from './Upload.module.css';
import { useDrops } from '../files/useDrops';

type UploadProps = { project: string; labels: string[]; compact: boolean };

/** The ways to bring recordings: dropped anywhere, chosen, as whole folders or archives. */
export function Upload({ project, labels, compact }: UploadProps) {
  const client = useQueryClient();
  const [intake] = useState(
    () => new Intake(project, () => void client.invalidateQueries({ queryKey: clipsKey(project) })),
  );
  const progress = useSyncExternalStore(intake.subscribe, intake.get);
  const [label, setLabel] = useState('');
  const [speaker, setSpeaker] = useState('');
  const bring = (sent: readonly Sent[]) => intake.bring(sent, told(label, speaker));
  const dragging = useDrops((transfer) => void sentIn(transfer).then(bring));
  return (
    <section
      className={classes['upload']}
      data-compact={compact || undefined}
      data-dragging={dragging || undefined}
      aria-label="Bring recordings"
    >
      <div className={classes['words']}>
        <h2>{dragging ? 'Let go' : compact ? 'Bring more recordings' : 'Bring your recordings'}</h2>
        <p>
          Drop files, folders or zips anywhere. Folders are labels: <code>yes/1.wav</code>, or{' '}
          <code>yes/ann/1.wav</code> with the speaker.
        </p>
      </div>
      <div className={classes['told']}>
        <Autocomplete
          label="Label of all"
          placeholder="from the folders"
          data={labels}
          value={label}
          onChange={setLabel}
        />
        <TextInput
          label="Speaker of all"
          placeholder="from the folders"
          value={speaker}
          onChange={({ currentTarget }) => setSpeaker(currentTarget.value)}
        />
      </div>
      <Choose onFiles={(files) => bring(sentOf(files))}>{Microphone.isThere && <Record onRecording={bring} />}</Choose>
      {progress.files > 0 && <IntakeResults intake={intake} progress={progress} />}
    </section>
  );
}

function Choose({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <div className={classes['actions']}>
      <Button onClick={() => files.current?.click()}>Choose files</Button>
      <Button variant="default" onClick={() => folder.current?.click()}>
        Choose a folder
      </Button>
      {children}
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="audio/*,.wav,.flac,.ogg,.mp3,.zip"
        data-testid="clips"
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        {...{ webkitdirectory: '' }}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </div>
  );
}

/** Makes a recording; what is told of all holds for it, too. */
function Record({ onRecording }: { onRecording: (sent: Sent[]) => void }) {
  const { recording, level, failure, toggle } = useRecorder((file) =>
    onRecording([{ file, path: `recorded ${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.wav` }]),
  );
  return (
    <>
      <Button variant="default" onClick={toggle} aria-pressed={recording}>
        {recording ? 'Stop and keep' : 'Record'}
      </Button>
      {recording && (
        <span className={classes['level']} aria-hidden="true">
          <i style={{ width: `${100 * level}%` }} />
        </span>
      )}
      {failure !== undefined && <FailureLine error={failure} />}
    </>
  );
}

function told(label: string, speaker: string): Told {
  return { ...(label.trim() && { label: label.trim() }), ...(speaker.trim() && { speaker: speaker.trim() }) };
}
