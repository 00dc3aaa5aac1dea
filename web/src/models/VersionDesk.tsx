import { useQuery } from '@tanstack/react-query';
import { Sheet } from '../design/Page';
import { FailureLine, Loading } from '../design/States';
import type { Project, Version } from '../projects/projects';
import { jobs } from '../runs/jobs';
import { CardSheet } from './CardSheet';
import { Comparison } from './Comparison';
import { Confusion } from './Confusion';
import { Det } from './Det';
import { Figures } from './Figures';
import type { Metrics } from './metrics';
import { GroupTable, LabelTable } from './MetricTables';
import classes from './Models.module.css';
import { report } from './report';
import { card } from './versions';
import { VersionActions } from './VersionActions';

type VersionDeskProps = { project: Project; version: Version };

/** Everything about one version. */
export function VersionDesk({ project, version }: VersionDeskProps) {
  const { number } = version;
  const told = useQuery(card(project.name, number));
  const reported = useQuery(report(project.name, number));
  const made = useQuery(jobs(project.name));
  const metrics = version.metrics as unknown as Metrics;
  const job = made.data?.find(({ result }) => result?.version === number);
  const curves = reported.data?.curves ?? [];
  return (
    <div className={classes['desk']}>
      <VersionActions project={project} version={version} hasReport={Boolean(reported.data)} />
      <Figures metrics={metrics} report={reported.data ?? undefined} />
      {job?.result?.comparison?.fixed !== undefined && (
        <Comparison project={project.name} version={number} comparison={job.result.comparison} />
      )}
      {metrics.confusion && metrics.labels && (
        <Sheet title="What it takes for what">
          <Confusion labels={metrics.labels} counts={metrics.confusion} />
        </Sheet>
      )}
      {metrics.per_label && <LabelTable labels={metrics.per_label} />}
      {metrics.groups && metrics.groups.length > 1 && <GroupTable groups={metrics.groups} />}
      {(curves.length > 0 || (told.data?.operating_points.length ?? 0) > 0) && (
        <Det curves={curves} points={told.data?.operating_points ?? []} />
      )}
      {reported.error && <FailureLine error={reported.error} />}
      {told.data ? (
        <CardSheet card={told.data} version={version} />
      ) : told.error ? (
        <FailureLine error={told.error} />
      ) : (
        <Loading />
      )}
    </div>
  );
}
