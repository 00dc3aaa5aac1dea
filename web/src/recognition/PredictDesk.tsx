import { useCallback, useState, useSyncExternalStore } from 'react';
import { Failure } from '../design/States';
import { Answer } from './Answer';
import { Bring } from './Bring';
import classes from './Predict.module.css';
import type { Recognition } from './Recognition';
import { Results } from './Results';

type PredictDeskProps = { recognition: Recognition; project: string; labels: string[] };

/** Everything on the page Predict that needs a model. */
export function PredictDesk({ recognition, project, labels }: PredictDeskProps) {
  const progress = useSyncExternalStore(recognition.subscribe, recognition.get);
  const [chosen, choose] = useState<number>();
  const ask = useCallback(
    (files: File[]) => {
      if (files.length > 0) {
        choose(undefined);
        recognition.ask(files);
      }
    },
    [recognition],
  );
  const { asked, failure } = progress;
  const shown = asked.find(({ number }) => number === chosen) ?? asked.find(({ result }) => result) ?? asked.at(0);
  return (
    <>
      <Bring onFiles={ask} compact={asked.length > 0} />
      {failure !== undefined && <Failure error={failure} retry={() => recognition.goOn()} />}
      {asked.length > 0 && (
        <div className={classes['columns']} data-single={asked.length === 1 || undefined}>
          {asked.length > 1 && (
            <Results
              progress={progress}
              labels={labels}
              project={project}
              chosen={shown?.number}
              onChoose={choose}
              onClear={() => recognition.clear()}
            />
          )}
          {shown && <Answer key={shown.number} asked={shown} project={project} labels={labels} />}
        </div>
      )}
    </>
  );
}
