import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import classes from './Phrase.module.css';
import { phrases, startPhrase, type Effort } from './phrases';

const COSTS = ['0.1', '0.5', '1', '2'];

const EXPECT: Record<Effort, string> = {
  quick: 'A few hundred clips, for trying it out: some minutes, and rougher.',
  usual: 'Two thousand clips by every voice there is: some ten minutes.',
};

/** What the detector may cost and how much is done for it; asks for it. */
export function Order({ phrase }: { phrase: string }) {
  const [cost, setCost] = useState('0.5');
  const [effort, setEffort] = useState<Effort>('usual');
  const client = useQueryClient();
  const navigate = useNavigate();
  const order = useMutation({
    mutationFn: () => startPhrase(phrase, Number(cost), effort),
    onSuccess: async ({ project }) => {
      await client.invalidateQueries(phrases);
      await navigate(`/phrase?project=${project}`);
    },
  });
  return (
    <Sheet title="Make its detector">
      <div className={classes['order']}>
        <div>
          <p className={classes['caption']}>False alarms an hour that you can live with</p>
          <SegmentedControl
            radius="xl"
            aria-label="False alarms an hour"
            data={COSTS}
            value={cost}
            onChange={setCost}
          />
          <p className={classes['hint']}>Fewer false alarms mean that it misses you more often.</p>
        </div>
        <div>
          <p className={classes['caption']}>Effort</p>
          <SegmentedControl
            radius="xl"
            aria-label="Effort"
            data={[
              { value: 'quick', label: 'Quick' },
              { value: 'usual', label: 'Usual' },
            ]}
            value={effort}
            onChange={setEffort}
          />
          <p className={classes['hint']}>{EXPECT[effort]}</p>
        </div>
        <Button size="lg" loading={order.isPending} onClick={() => order.mutate()}>
          Make it
        </Button>
      </div>
      {order.isError && <FailureLine error={order.error} />}
    </Sheet>
  );
}
