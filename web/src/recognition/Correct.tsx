import { Button, Checkbox, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureLine } from '../design/States';
import { correct } from '../monitoring/feedback';
import classes from './Predict.module.css';

type CorrectProps = { project: string; prediction: string; said: string | undefined; labels: string[]; file: File };

/** Says which label would have been right; the recording is kept only if that is wanted. */
export function Correct({ project, prediction, said, labels, file }: CorrectProps) {
  const [label, setLabel] = useState<string | null>(null);
  const [keep, setKeep] = useState(false);
  const feedback = useMutation({
    mutationFn: (right: string) =>
      correct(project, {
        kind: 'label',
        label: right,
        prediction,
        ...(keep ? { clip: { blob: file, name: file.name } } : {}),
      }),
  });
  if (feedback.isSuccess) {
    return (
      <p role="status" className={classes['thanks']}>
        Noted{feedback.data.clip ? `, and kept as clip ${feedback.data.clip}` : ''}. Thank you.
      </p>
    );
  }
  return (
    <details className={classes['correct']}>
      <summary>That is wrong</summary>
      <div className={classes['actions']}>
        <Select
          aria-label="The right label"
          placeholder="The right label"
          data={labels.filter((each) => each !== said)}
          value={label}
          onChange={setLabel}
          searchable
        />
        <Button
          variant="default"
          disabled={label === null}
          loading={feedback.isPending}
          onClick={() => label !== null && feedback.mutate(label)}
        >
          Tell
        </Button>
      </div>
      <Checkbox
        label="Keep this recording, with that label, for the next training"
        checked={keep}
        onChange={(event) => setKeep(event.currentTarget.checked)}
      />
      {feedback.isError && <FailureLine error={feedback.error} />}
    </details>
  );
}
