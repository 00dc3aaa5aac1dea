import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Page, Sheet } from '../design/Page';
import { Failure } from '../design/States';
import { Detector } from './Detector';
import { Idea } from './Idea';
import classes from './Phrase.module.css';
import { phrases } from './phrases';

/** From a typed phrase to its detector: what to expect, watch it being made, try it, take it along. */
export function Component() {
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(phrases);
  const project = search.get('project');
  const chosen = data?.find((phrase) => phrase.project === project);
  return (
    <Page
      title={chosen ? `“${chosen.phrase}”` : 'Phrase'}
      lead={
        chosen
          ? undefined
          : 'Type what should be heard. Voices say it for you, a small network learns it, and you get one file.'
      }
      actions={
        chosen && (
          <Button component={Link} to="/phrase" variant="default">
            Another phrase
          </Button>
        )
      }
    >
      {chosen ? <Detector key={chosen.job} phrase={chosen} /> : <Idea />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!chosen && data && data.length > 0 && (
        <Sheet title="Phrases so far">
          <ul className={classes['phrases']}>
            {data.map((phrase) => (
              <li key={phrase.project}>
                <Link to={`/phrase?project=${phrase.project}`}>{phrase.phrase}</Link>
                <span className={classes['hint']}>
                  {phrase.live === undefined ? (phrase.state ?? 'new') : `version ${phrase.live} listens`}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  );
}
