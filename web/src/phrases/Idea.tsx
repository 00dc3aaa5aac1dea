import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Sheet } from '../design/Page';
import { FailureLine, Loading } from '../design/States';
import { AdviceSheet } from './AdviceSheet';
import { Order } from './Order';
import classes from './Phrase.module.css';
import { advice } from './phrases';

/** A phrase being thought about: typed, advised on, heard, asked for. */
export function Idea() {
  const [typed, setTyped] = useState('');
  const [looked, setLooked] = useState<string>();
  const look = (phrase: string) => {
    setTyped(phrase);
    setLooked(phrase.trim());
  };
  const { data, error, isFetching } = useQuery({ ...advice(looked ?? ''), enabled: looked !== undefined });
  return (
    <>
      <Sheet>
        <form
          className={classes['ask']}
          onSubmit={(event) => {
            event.preventDefault();
            look(typed);
          }}
        >
          <TextInput
            size="xl"
            radius="lg"
            label="What should be heard?"
            placeholder="hey computer"
            maxLength={80}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            classNames={{ root: classes['typed'] ?? '' }}
          />
          <Button type="submit" size="lg" disabled={typed.trim() === ''} loading={isFetching}>
            What to expect
          </Button>
        </form>
        {!looked && (
          <p className={classes['hint']}>
            Three or four syllables that nobody says by chance are best: two words rather than one.
          </p>
        )}
        {error && <FailureLine error={error} />}
      </Sheet>
      {isFetching && <Loading what="Saying it over, and looking for what sounds alike" />}
      {data && !isFetching && (
        <>
          <AdviceSheet advice={data} onVariant={look} />
          <Order phrase={data.phrase} />
        </>
      )}
    </>
  );
}
