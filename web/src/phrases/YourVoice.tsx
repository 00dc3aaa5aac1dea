import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { filesAs } from '../api/form';
import { Microphone } from '../audio/Microphone';
import { useRecorder } from '../audio/useRecorder';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import classes from './Phrase.module.css';
import { phrases, startPhrase, type Phrase } from './phrases';

const WANTED = 10;

/** Ten recordings of the user's own, which the next version learns from. */
export function YourVoice({ phrase }: { phrase: Phrase }) {
  const [said, setSaid] = useState<File[]>([]);
  const recorder = useRecorder((file) => setSaid((before) => [...before, file]));
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: async () => {
      const files = said.map((blob, i) => ({ blob, name: `me-${Date.now()}-${i + 1}.wav` }));
      const call = api.POST('/api/v1/projects/{project}/clips', {
        params: {
          path: { project: phrase.project },
          query: { label: phrase.phrase, speaker: 'me', source: 'phrase page' },
        },
        ...filesAs('file', files),
      });
      await answer(call);
      return startPhrase(phrase.phrase, 0.5, 'usual');
    },
    onSuccess: () => client.invalidateQueries(phrases),
  });
  if (!Microphone.isThere) {
    return null;
  }
  return (
    <Sheet title="Make it know your voice">
      <p className={classes['hint']}>
        Record yourself ten times: near, far, fast, tired. The recordings go to the project’s clips on this server, and
        the detector learns again. Its report says what they gained.
      </p>
      <ol className={classes['takes']} aria-label={`${said.length} of ${WANTED} recorded`}>
        {Array.from({ length: WANTED }, (_, i) => (
          <li key={i} data-said={i < said.length || undefined} />
        ))}
      </ol>
      <div className={classes['ways']}>
        <Button
          variant={said.length < WANTED ? 'filled' : 'default'}
          onClick={recorder.toggle}
          aria-pressed={recorder.recording}
        >
          {recorder.recording ? 'Stop' : `Record (${said.length} of ${WANTED})`}
        </Button>
        {said.length > 0 && !recorder.recording && (
          <>
            <Button variant="default" onClick={() => setSaid(said.slice(0, -1))}>
              Drop the last
            </Button>
            <Button disabled={said.length < 3} loading={again.isPending} onClick={() => again.mutate()}>
              Learn from them
            </Button>
          </>
        )}
      </div>
      {recorder.failure !== undefined && <FailureLine error={recorder.failure} />}
      {again.isError && <FailureLine error={again.error} />}
    </Sheet>
  );
}
