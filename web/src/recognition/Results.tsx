import { Button, Progress as ProgressBar } from '@mantine/core';
import { memo } from 'react';
import { ofProblem } from '../api/explain';
import { DownloadIcon } from '../design/icons';
import { Sheet } from '../design/Page';
import { save } from '../design/save';

import { percent } from './percent';
import classes from './Predict.module.css';
import type { Asked, Progress } from './Recognition';
import { csv, json } from './tables';

type ResultsProps = {
  progress: Progress;
  project: string;
  labels: string[];
  chosen: number | undefined;
  onChoose: (number: number) => void;
  onClear: () => void;
};

/** All recordings and what came of each, as it comes. */
export function Results({ progress, project, labels, chosen, onChoose, onClear }: ResultsProps) {
  const { asked, answered, failed } = progress;
  const done = answered === asked.length;
  const told = done ? `${asked.length} recordings` : `${answered} of ${asked.length}`;
  return (
    <Sheet title={told + (failed > 0 ? `, ${failed} not answered` : '')}>
      {!done && <ProgressBar value={(100 * answered) / asked.length} aria-label="Answered so far" mb="md" />}
      <div className={classes['actions']}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<DownloadIcon size={16} />}
          onClick={() => save(csv(asked, labels), `${project}.csv`, 'text/csv')}
        >
          CSV
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<DownloadIcon size={16} />}
          onClick={() => save(json(asked), `${project}.json`, 'application/json')}
        >
          JSON
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClear}>
          Clear
        </Button>
      </div>
      <ol className={classes['results']} aria-label="Recordings">
        {asked.map((each) => (
          <ResultRow key={each.number} asked={each} chosen={each.number === chosen} onChoose={onChoose} />
        ))}
      </ol>
    </Sheet>
  );
}

type ResultRowProps = { asked: Asked; chosen: boolean; onChoose: (number: number) => void };

const ResultRow = memo(function ResultRow({ asked, chosen, onChoose }: ResultRowProps) {
  const { result } = asked;
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={() => onChoose(asked.number)}>
        <span className={classes['file']}>{asked.file.name}</span>
        {result?.problem && <span className={classes['problem']}>{ofProblem(result.problem).title}</span>}
        {result?.label !== undefined && <strong>{result.label}</strong>}
        <span className={classes['percent']}>
          {result?.probability === undefined ? (result ? '' : '…') : percent(result.probability)}
        </span>
      </button>
    </li>
  );
});
