import { UnstyledButton } from '@mantine/core';
import { Sheet } from '../design/Page';
import { when } from '../design/when';
import type { Project } from '../projects/projects';
import { headline, type Metrics } from './metrics';
import classes from './Models.module.css';

const ALIASES: Record<string, string> = { live: 'answers', previous: 'before', candidate: 'candidate' };

/** What a version is to its project, in words. */
export function Aliases({ project, number }: { project: Project; number: number }) {
  return Object.entries(project.aliases)
    .filter(([, of]) => of === number)
    .map(([alias]) => (
      <i key={alias} className={classes['alias']} data-alias={alias}>
        {ALIASES[alias] ?? alias}
      </i>
    ));
}

type VersionListProps = { project: Project; shown: number; onShow: (number: number) => void };

/** All versions, newest first. */
export function VersionList({ project, shown, onShow }: VersionListProps) {
  return (
    <Sheet title="Versions">
      <ul className={classes['versions']}>
        {project.versions.toReversed().map((version) => {
          const figure = headline(version.metrics as unknown as Metrics);
          return (
            <li key={version.number}>
              <UnstyledButton onClick={() => onShow(version.number)} aria-pressed={version.number === shown}>
                <span className={classes['versionHead']}>
                  <strong>Version {version.number}</strong>
                  <Aliases project={project} number={version.number} />
                </span>
                <span className={classes['quiet']}>
                  {figure ? `${figure.value} ${figure.name}` : 'not measured'} · {when(version.created_at)}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
