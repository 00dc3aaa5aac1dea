import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { DownloadIcon } from '../design/icons';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import { when } from '../design/when';
import type { Project, Version } from '../projects/projects';
import classes from './Models.module.css';
import { versionAddress } from './report';
import { Aliases } from './VersionList';

type VersionActionsProps = { project: Project; version: Version; hasReport: boolean };

/** What can be done with a version. */
export function VersionActions({ project, version, hasReport }: VersionActionsProps) {
  const { name } = project;
  const { number } = version;
  const live = project.live?.number === number;
  const client = useQueryClient();
  const [reading, read] = useState(false);
  const onSuccess = () => client.invalidateQueries({ queryKey: ['projects'] });
  const promote = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/projects/{project}/versions/{number}/promote', {
          params: { path: { project: name, number } },
        }),
      ),
    onSuccess,
  });
  const rollback = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/projects/{project}/rollback', { params: { path: { project: name } } })),
    onSuccess,
  });
  const error = promote.error ?? rollback.error;
  return (
    <Sheet>
      <div className={classes['versionHead']}>
        <h2>Version {number}</h2>
        <Aliases project={project} number={number} />
      </div>
      <p className={classes['quiet']}>
        {version.origin === 'starter' ? 'Came with Hearken' : version.origin === 'uploaded' ? 'Brought' : 'Trained'}{' '}
        {when(version.created_at)} · {(version.size_bytes / 1e6).toFixed(2)} MB
      </p>
      <div className={classes['actions']}>
        {!live && (
          <Button onClick={() => promote.mutate()} loading={promote.isPending}>
            Make it answer
          </Button>
        )}
        {live && 'previous' in project.aliases && (
          <Button variant="default" onClick={() => rollback.mutate()} loading={rollback.isPending}>
            Back to version {project.aliases['previous']}
          </Button>
        )}
        <Button
          component="a"
          variant="default"
          href={versionAddress(name, number, 'model')}
          download
          leftSection={<DownloadIcon size={16} />}
        >
          Download
        </Button>
        {hasReport && (
          <>
            <Button variant="default" onClick={() => read((now) => !now)} aria-expanded={reading}>
              {reading ? 'Hide the report' : 'Read the report'}
            </Button>
            <Button component="a" variant="subtle" href={versionAddress(name, number, 'report')} target="_blank">
              In a new tab
            </Button>
          </>
        )}
      </div>
      <p role="status" className={classes['quiet']}>
        {promote.isSuccess && live && `Version ${number} answers from now on. No request failed on the way.`}
      </p>
      {error && <FailureLine error={error} />}
      {reading && (
        <iframe
          className={classes['report']}
          title={`Report of version ${number}`}
          src={versionAddress(name, number, 'report')}
          sandbox="allow-scripts"
        />
      )}
    </Sheet>
  );
}
