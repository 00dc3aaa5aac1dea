import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { ofProblem } from '../api/explain';
import { FailureLine } from '../design/States';
import { WARNINGS } from './ClipFilter';
import type { Intake, IntakeProgress, UploadedClip } from './Intake';
import classes from './Upload.module.css';

/** Of so many files what there is to know is said at once; of the rest when asked. */
const FEW = 8;

/** What became of the files that were brought, as it is known. */
export function IntakeResults({ intake, progress }: { intake: Intake; progress: IntakeProgress }) {
  const [all, showAll] = useState(false);
  const { files, sent, results, running, failure } = progress;
  const added = results.filter(({ clip }) => clip).length;
  const noted = results.filter(({ clip, problem }) => problem ?? (clip?.warnings.length ?? 0) > 0);
  return (
    <div className={classes['results']}>
      <div className={classes['summary']}>
        <p role="status">
          <strong>{added.toLocaleString('en')} taken</strong>
          {results.length > added && `, ${(results.length - added).toLocaleString('en')} refused`}
          {running && `, ${sent} of ${files} sent`}
        </p>
        <Button variant="subtle" size="compact-sm" onClick={() => intake.clear()}>
          {running ? 'Stop' : 'Close'}
        </Button>
      </div>
      {running && <Progress value={(100 * sent) / files} aria-label="Sent" size="sm" animated />}
      {failure !== undefined && (
        <>
          <FailureLine error={failure} />
          <Button onClick={() => intake.goOn()}>Go on</Button>
        </>
      )}
      {noted.length > 0 && (
        <ul className={classes['noted']} aria-label="Files with something to know">
          {noted.slice(0, all ? undefined : FEW).map((result, i) => (
            <Noted key={i} result={result} />
          ))}
          {!all && noted.length > FEW && (
            <li>
              <Button variant="subtle" size="compact-sm" onClick={() => showAll(true)}>
                And {(noted.length - FEW).toLocaleString('en')} more
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function Noted({ result: { file, clip, problem } }: { result: UploadedClip }) {
  if (problem) {
    const { title, detail } = ofProblem(problem);
    return (
      <li data-tone="bad">
        <strong>{file}</strong> {title}. {detail}
      </li>
    );
  }
  return (
    <li>
      <strong>{file}</strong> Taken, but {clip?.warnings.map((warning) => WARNINGS[warning]).join(', ')}.
    </li>
  );
}
