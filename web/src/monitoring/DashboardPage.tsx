import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../design/Page';
import { Failure, Loading } from '../design/States';
import { useProject } from '../projects/ProjectFrame';
import { ActivitySheets } from './ActivitySheets';
import { AlertsSheet } from './AlertsSheet';
import { DriftSheet } from './DriftSheet';
import { alerts, monitoring, STRETCHES } from './monitoring';
import { Recent } from './Recent';

/** How a project's model does in use. */
export function Component() {
  const { name, live } = useProject();
  const [hours, setHours] = useState<string>('24');
  const { data, error, refetch } = useQuery(monitoring(name, Number(hours)));
  const raised = useQuery(alerts(name));
  return (
    <Page
      title="Dashboard"
      lead="How the model does in use: how much it is asked, how fast and how sure it answers, and whether what it hears has changed."
      actions={
        <SegmentedControl
          aria-label="How far back"
          value={hours}
          data={Object.entries(STRETCHES).map(([value, label]) => ({ value, label }))}
          onChange={setHours}
        />
      }
    >
      {raised.data && raised.data.length > 0 && <AlertsSheet alerts={raised.data} />}
      {data ? (
        <>
          <ActivitySheets activity={data.activity} pieceSeconds={data.piece_seconds} />
          <DriftSheet drift={data.drift} falseAlarms={data.false_alarms} feedback={data.feedback} />
        </>
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <Recent project={name} labels={live?.labels ?? []} />
    </Page>
  );
}
