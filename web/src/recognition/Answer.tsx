import { ofProblem } from '../api/explain';
import { Sheet } from '../design/Page';
import { Loading } from '../design/States';
import { Bars } from './Bars';
import { Correct } from './Correct';
import { percent } from './percent';
import { Player } from './Player';
import classes from './Predict.module.css';
import type { Asked } from './Recognition';

type AnswerProps = { asked: Asked; project: string; labels: string[] };

/** One recording: its sound, what the model says of it and how sure it is, and the way to say that it is wrong. */
export function Answer({ asked, project, labels }: AnswerProps) {
  const { file, result } = asked;
  const problem = result?.problem && ofProblem(result.problem);
  return (
    <Sheet>
      <div aria-live="polite" aria-busy={!result} className={classes['answer']}>
        {!result && <Loading what="Listening" />}
        {problem && (
          <>
            <h2>{problem.title}</h2>
            <p>{problem.detail}</p>
            {problem.advice && <p>{problem.advice}</p>}
            <code>{problem.code}</code>
          </>
        )}
        {result?.label !== undefined && result.probability !== undefined && (
          <>
            <p className={classes['label']} data-long={result.label.length > 3 || undefined}>
              {result.label}
            </p>
            <p className={classes['certainty']}>{percent(result.probability)} sure</p>
          </>
        )}
      </div>
      <Player file={file} />
      {result?.probabilities && <Bars probabilities={result.probabilities} best={result.label} />}
      {result && !problem && (
        <dl className={classes['facts']}>
          <div>
            <dt>Recording</dt>
            <dd>{file.name}</dd>
          </div>
          <div>
            <dt>Latency</dt>
            <dd>{result.latency_ms?.toFixed(1)} ms</dd>
          </div>
          <div>
            <dt>Model</dt>
            <dd>version {result.model_version}</dd>
          </div>
        </dl>
      )}
      {result?.id !== undefined && (
        <Correct project={project} prediction={result.id} said={result.label} labels={labels} file={file} />
      )}
    </Sheet>
  );
}
