import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Sheet } from '../design/Page';
import { FailureLine, Loading } from '../design/States';
import { projects } from '../projects/projects';
import { KeepingForm } from './KeepingForm';
import { PolicyForm } from './PolicyForm';
import classes from './Settings.module.css';
import { keeping, policy } from './settings';

/** What one project may do by itself, what it keeps, and whom it tells. */
export function ProjectSettings() {
  const all = useQuery(projects);
  const [chosen, choose] = useState<string>();
  const name = chosen ?? all.data?.at(0)?.name;
  return (
    <Sheet
      title="A project by itself"
      aside={
        name !== undefined && (
          <NativeSelect
            aria-label="Project"
            data={all.data?.map((each) => each.name) ?? []}
            value={name}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )
      }
    >
      {all.error && <FailureLine error={all.error} />}
      {name !== undefined && <Forms key={name} project={name} />}
      {all.data?.length === 0 && <p className={classes['quiet']}>There is no project yet.</p>}
    </Sheet>
  );
}

function Forms({ project }: { project: string }) {
  const ruled = useQuery(policy(project));
  const kept = useQuery(keeping(project));
  const error = ruled.error ?? kept.error;
  return (
    <>
      {error && <FailureLine error={error} />}
      {!error && (!ruled.data || !kept.data) && <Loading />}
      {ruled.data && <PolicyForm project={project} policy={ruled.data} />}
      {kept.data && <KeepingForm project={project} kept={kept.data} />}
    </>
  );
}
