import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlayButton } from '../audio/PlayButton';
import { useSound } from '../audio/useSound';
import { Sheet } from '../design/Page';
import { FailureLine, Loading } from '../design/States';
import { when } from '../design/when';
import { percent } from '../models/metrics';
import { correct } from './feedback';
import { newest, type PastPrediction } from './monitoring';
import classes from './Monitoring.module.css';

const AT_FIRST = 20;

/** The newest answers, to be heard where they are kept and put right where they are wrong. */
export function Recent({ project, labels }: { project: string; labels: string[] }) {
  const [limit, setLimit] = useState(AT_FIRST);
  const { data, error } = useQuery(newest(project, limit));
  return (
    <Sheet
      title="Newest answers"
      aside={data && <span className={classes['quiet']}>{data.total.toLocaleString('en')} in all</span>}
    >
      {error && <FailureLine error={error} />}
      {!data && !error && <Loading />}
      {data?.total === 0 && <p className={classes['quiet']}>None yet. Ask about a recording on the page Predict.</p>}
      <ul className={classes['answers']}>
        {data?.predictions.map((each) => (
          <li key={each.id}>
            <Answered project={project} labels={labels} prediction={each} />
          </li>
        ))}
      </ul>
      {data && data.total > data.predictions.length && (
        <Button variant="subtle" onClick={() => setLimit((now) => now + 5 * AT_FIRST)}>
          More
        </Button>
      )}
    </Sheet>
  );
}

type AnsweredProps = { project: string; labels: string[]; prediction: PastPrediction };

function Answered({ project, labels, prediction }: AnsweredProps) {
  const { id, label, probability, file, at, latency_ms: latency, model_version: version, has_audio } = prediction;
  return (
    <>
      <span className={classes['heard']}>
        {has_audio && <Heard address={`/api/v1/projects/${project}/predictions/${id}/audio`} name={file} />}
      </span>
      <strong>{label}</strong>
      <span>{percent(probability)}</span>
      <span className={classes['file']}>{file}</span>
      <span className={classes['quiet']}>
        {when(at)}, version {version}
        {latency !== undefined && `, ${Math.round(latency)} ms`}
      </span>
      <Right project={project} labels={labels} prediction={prediction} />
    </>
  );
}

function Heard({ address, name }: { address: string; name: string }) {
  const { playing, toggle } = useSound(address);
  return <PlayButton name={name} playing={playing} onToggle={toggle} size="md" />;
}

/** Says whether an answer was right, or which would have been. */
function Right({ project, labels, prediction }: AnsweredProps) {
  const [asking, ask] = useState(false);
  const tell = useMutation({
    mutationFn: (label: string) => correct(project, { kind: 'label', label, prediction: prediction.id }),
  });
  if (tell.isSuccess) {
    return (
      <span role="status" className={classes['thanks']}>
        Noted
      </span>
    );
  }
  if (tell.isError) {
    return <FailureLine error={tell.error} />;
  }
  return asking ? (
    <NativeSelect
      size="xs"
      aria-label={`What ${prediction.file} should be`}
      defaultValue=""
      data={[{ value: '', label: 'What is it?' }, ...labels.filter((label) => label !== prediction.label)]}
      onChange={({ currentTarget }) => currentTarget.value !== '' && tell.mutate(currentTarget.value)}
    />
  ) : (
    <span className={classes['judge']}>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${prediction.label} is right for ${prediction.file}`}
        onClick={() => tell.mutate(prediction.label)}
      >
        Right
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${prediction.label} is wrong for ${prediction.file}`}
        onClick={() => ask(true)}
      >
        Wrong
      </Button>
    </span>
  );
}
