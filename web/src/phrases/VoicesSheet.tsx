import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlayIcon } from '../design/icons';
import { Sheet } from '../design/Page';
import { FailureLine, Loading } from '../design/States';
import classes from './Phrase.module.css';
import { say, voices, type Voice } from './phrases';

/** A machine may have hundreds. */
const FEW = 12;

/** The voices of this machine, each of which says a text when it is asked to. */
export function VoicesSheet() {
  const { data, error } = useQuery(voices);
  const [engine, setEngine] = useState('');
  const [all, showAll] = useState(false);
  const [text, setText] = useState('the quick brown fox');
  const speaking = useMutation({
    mutationFn: async ({ id }: Voice) => {
      const address = URL.createObjectURL(await say(id, text));
      const sound = new Audio(address);
      sound.onended = () => URL.revokeObjectURL(address);
      await sound.play();
    },
  });
  const engines = [...new Set(data?.map((voice) => voice.engine))];
  const shown = data?.filter((voice) => engine === '' || voice.engine === engine) ?? [];
  return (
    <Sheet title="Voices" aside={<span>{data && `${data.length} voices of ${engines.length} engines`}</span>}>
      {!data && !error && <Loading />}
      {error && <FailureLine error={error} />}
      {data?.length === 0 && <p>This machine has no voice. `hearken voices fetch` brings some.</p>}
      {data && data.length > 0 && (
        <div className={classes['saying']}>
          <TextInput label="They say" value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
          <NativeSelect
            label="Engine"
            data={[{ value: '', label: 'All' }, ...engines]}
            value={engine}
            onChange={({ currentTarget }) => setEngine(currentTarget.value)}
          />
        </div>
      )}
      <ul className={classes['voices']}>
        {shown.slice(0, all ? undefined : FEW).map((voice) => (
          <li key={voice.id}>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<PlayIcon size={14} />}
              disabled={text.trim() === ''}
              loading={speaking.isPending && speaking.variables.id === voice.id}
              onClick={() => speaking.mutate(voice)}
            >
              {voice.speaker.slice(voice.speaker.indexOf('/') + 1)}
            </Button>{' '}
            {voice.language}, {voice.engine}, {voice.licence}
          </li>
        ))}
      </ul>
      {!all && shown.length > FEW && (
        <Button variant="subtle" onClick={() => showAll(true)}>
          Show all {shown.length}
        </Button>
      )}
      {speaking.error && <FailureLine error={speaking.error} />}
    </Sheet>
  );
}
