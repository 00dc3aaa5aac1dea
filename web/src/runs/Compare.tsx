import { Checkbox } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Chart } from '../design/Chart';
import { Sheet } from '../design/Page';
import { Scroll } from '../design/Scroll';
import { when } from '../design/when';
import { FailureLine } from '../design/States';
import { headline, percent } from '../models/metrics';
import { run, runs, type Run, type RunWithCourse } from './runs';
import { differences } from './settings';
import { StateBadge } from './StateBadge';
import classes from './Train.module.css';

/** More than these are not told apart. */
const MOST = 4;

/** A project's trainings, and some of them side by side. */
export function Compare({ project }: { project: string }) {
  const { data: all = [], error } = useQuery(runs(project));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const compared = useQueries({ queries: chosen.map((id) => run(id)) })
    .map(({ data }) => data)
    .filter((each) => each !== undefined);
  if (error) {
    return <FailureLine error={error} />;
  }
  if (all.length === 0) {
    return null;
  }
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id].slice(-MOST)));
  return (
    <Sheet title="Compare trainings" aside={<span className={classes['quiet']}>Choose up to {MOST}</span>}>
      <ul className={classes['list']}>
        {all.map((each) => (
          <li key={each.id}>
            <RunRow run={each} chosen={chosen.includes(each.id)} onToggle={() => toggle(each.id)} />
          </li>
        ))}
      </ul>
      {compared.length > 0 && <SideBySide runs={compared} />}
    </Sheet>
  );
}

function RunRow({ run: each, chosen, onToggle }: { run: Run; chosen: boolean; onToggle: () => void }) {
  const figure = headline(each.metrics);
  return (
    <Checkbox
      className={classes['run'] ?? ''}
      checked={chosen}
      onChange={onToggle}
      label={
        <span className={classes['runLabel']}>
          <strong>{each.parameters['network'] ?? each.recipe}</strong>
          <span>{when(each.started_at)}</span>
          <span>{figure ? `${figure.value} ${figure.name}` : ''}</span>
          <StateBadge state={each.state} />
        </span>
      }
    />
  );
}

function SideBySide({ runs: compared }: { runs: RunWithCourse[] }) {
  const names = compared.map(({ run: each }) => when(each.started_at));
  const differing = differences(compared.map(({ run: each }) => each));
  const steps = Math.max(0, ...compared.map(({ course }) => course['training_loss']?.length ?? 0));
  const x = Array.from({ length: steps }, (_, i) => i + 1);
  const curve = (key: string) =>
    compared.map(({ course }, i) => ({
      name: names[i],
      values: x.map((step) => course[key]?.find((point) => point.step === step)?.value),
      dashed: i % 2 === 1,
      pale: i >= 2,
    }));
  return (
    <>
      <div className={classes['curves']}>
        <div>
          <h3>Loss on recordings set aside</h3>
          <Chart label="Validation loss by epoch" x={x} lines={curve('validation_loss')} range={[0, null]} />
        </div>
        <div>
          <h3>Right, of recordings set aside</h3>
          <Chart
            label="Validation accuracy by epoch"
            x={x}
            lines={curve('validation_accuracy')}
            range={[null, 1]}
            tell={(value) => percent(value, 0)}
          />
        </div>
      </div>
      <Scroll label="Trainings side by side">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">What</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Right on the test set</th>
              {compared.map(({ run: { id, metrics } }) => {
                const figure = headline(metrics);
                return (
                  <td key={id}>
                    <strong>{figure?.value ?? '–'}</strong> {figure?.interval} {figure?.of && `(${figure.of})`}
                  </td>
                );
              })}
            </tr>
            {differing.map(({ key, values }) => (
              <tr key={key}>
                <th scope="row">
                  <code>{key}</code>
                </th>
                {values.map((value, i) => (
                  <td key={i}>{value === '' ? 'none' : value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {differing.length === 0 && compared.length > 1 && (
        <p className={classes['quiet']}>Their settings are the same.</p>
      )}
    </>
  );
}
