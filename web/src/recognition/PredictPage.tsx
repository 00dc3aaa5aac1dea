import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../design/Page';
import { Empty } from '../design/States';
import { useProject } from '../projects/ProjectFrame';
import { PredictDesk } from './PredictDesk';
import { Recognition } from './Recognition';

/** Recordings in, answers out. */
export function Component() {
  const { name, live } = useProject();
  const [recognition] = useState(() => new Recognition(name));
  const lead = live
    ? `Version ${live.number} tells ${live.labels.length} labels apart. Drop one recording, or a thousand.`
    : 'Drop recordings, and see what a model makes of them.';
  return (
    <Page title="Predict" lead={lead}>
      {live ? (
        <PredictDesk recognition={recognition} project={name} labels={live.labels} />
      ) : (
        <Empty
          title="No model to ask"
          action={
            <Button component={Link} to={`/projects/${name}/train`}>
              Train one
            </Button>
          }
        >
          A project answers once one of its versions is live.
        </Empty>
      )}
    </Page>
  );
}
