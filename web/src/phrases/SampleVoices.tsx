import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { PlayIcon } from '../design/icons';
import { FailureLine } from '../design/States';
import classes from './Phrase.module.css';
import { say, voices, type Voice } from './phrases';

const MOST = 4;

/** A few voices, as different as can be, that say the phrase when they are asked to. */
export function SampleVoices({ text }: { text: string }) {
  const { data, error } = useQuery(voices);
  const speaking = useMutation({
    mutationFn: async (voice: string) => {
      const address = URL.createObjectURL(await say(voice, text));
      const sound = new Audio(address);
      sound.onended = () => URL.revokeObjectURL(address);
      await sound.play();
    },
  });
  const failure = error ?? speaking.error;
  return (
    <>
      <div className={classes['ways']}>
        {sample(data ?? []).map(({ id, engine, speaker, language }) => (
          <Button
            key={id}
            variant="default"
            size="compact-md"
            leftSection={<PlayIcon size={14} />}
            loading={speaking.isPending && speaking.variables === id}
            onClick={() => speaking.mutate(id)}
          >
            {speaker.slice(speaker.indexOf('/') + 1)} ({language}), {engine}
          </Button>
        ))}
      </div>
      {failure && <FailureLine error={failure} />}
    </>
  );
}

/** One voice of each engine, then further ones. */
export function sample(all: readonly Voice[]): Voice[] {
  const firsts = all.filter(({ engine }, i) => all.findIndex((other) => other.engine === engine) === i);
  const step = Math.max(1, Math.floor(all.length / MOST));
  const others = all.filter((_, i) => i % step === step - 1);
  return [...new Set([...firsts, ...others])].slice(0, MOST);
}
