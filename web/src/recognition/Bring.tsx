import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Microphone } from '../audio/Microphone';
import { useRecorder } from '../audio/useRecorder';
import { FailureLine } from '../design/States';
import { sentIn } from '../files/sent';
import { useDrops } from '../files/useDrops';
import classes from './Predict.module.css';
import { recordingsIn } from './recordingsIn';

type BringProps = { onFiles: (files: File[]) => void; compact: boolean };

/** The ways to bring recordings: dropped anywhere, chosen, whole folders and zips, or spoken. */
export function Bring({ onFiles, compact }: BringProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const dragging = useDrops((transfer) => {
    void sentIn(transfer)
      .then((sent) => recordingsIn(sent.map(({ file }) => file)))
      .then(onFiles);
  });
  const recorder = useRecorder((file) => onFiles([file]));
  const take = (input: HTMLInputElement) => {
    void recordingsIn([...(input.files ?? [])]).then(onFiles);
    input.value = '';
  };
  return (
    <section className={classes['bring']} data-dragging={dragging || undefined} data-compact={compact || undefined}>
      {!compact && (
        <svg className={classes['wave']} viewBox="0 0 96 32" aria-hidden="true">
          <path d="M4 16v0M12 13v6M20 9v14M28 12v8M36 5v22M44 10v12M52 3v26M60 8v16M68 12v8M76 7v18M84 13v6M92 16v0" />
        </svg>
      )}
      <p className={classes['invitation']}>{dragging ? 'Let go' : 'Drop recordings, folders or zips anywhere, or'}</p>
      <div className={classes['actions']}>
        <Button onClick={() => files.current?.click()}>Choose recordings</Button>
        <Button variant="default" onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
        {Microphone.isThere && (
          <Button variant="default" onClick={recorder.toggle} aria-pressed={recorder.recording}>
            {recorder.recording ? 'Stop recording' : 'Record'}
          </Button>
        )}
      </div>
      {recorder.recording && (
        <div className={classes['level']} aria-hidden="true">
          <div style={{ width: `${100 * recorder.level}%` }} />
        </div>
      )}
      {recorder.failure !== undefined && <FailureLine error={recorder.failure} />}
      <p className={classes['formats']}>WAV, FLAC, Ogg Vorbis or MP3, up to 50 MB and five minutes each</p>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="audio/*,.wav,.flac,.ogg,.mp3,.zip"
        onChange={(event) => take(event.currentTarget)}
        data-testid="files"
      />
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        {...{ webkitdirectory: '' }}
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}
