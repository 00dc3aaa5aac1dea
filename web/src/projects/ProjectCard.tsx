import { Link } from 'react-router';
import { useHealth } from '../monitoring/health';
import { headline } from './figures';
import type { Project } from './projects';
import classes from './ProjectCard.module.css';
import { QUESTIONS } from './recipes';
import { Use } from './Use';

/** One project at a glance: what it asks, who answers, how good that is, whether it works, and how much it is used. */
export function ProjectCard({ project }: { project: Project }) {
  const { name, recipe, live } = project;
  const figure = live && headline(live);
  return (
    <article className={classes['card']}>
      <header>
        <h2>
          <Link to={`/projects/${name}/listen`}>{name}</Link>
        </h2>
        <Condition project={project} />
      </header>
      <p className={classes['question']}>{QUESTIONS[recipe] ?? recipe}</p>
      {figure ? (
        <p className={classes['figure']}>
          <strong>{figure.value}</strong> {figure.what}
          <span className={classes['hint']}>
            {figure.detail}
            {figure.interval && (
              <>
                <br />
                95 % interval {figure.interval}
              </>
            )}
          </span>
        </p>
      ) : (
        <p className={classes['hint']}>{live ? 'Not judged on recordings of its own yet' : 'No model yet'}</p>
      )}
      <Use project={name} />
      <footer className={classes['ways']}>
        {live ? (
          <>
            <Link to={`/projects/${name}/listen`}>Listen</Link>
            <Link to={`/projects/${name}/predict`}>Predict</Link>
            <span className={classes['hint']}>
              version {live.number} of {project.versions.length}
            </span>
          </>
        ) : (
          <>
            <Link to={`/projects/${name}/data`}>Bring recordings</Link>
            <Link to={`/projects/${name}/train`}>Train</Link>
          </>
        )}
      </footer>
    </article>
  );
}

/** Whether the project answers, in a word and a sign. */
function Condition({ project }: { project: Project }) {
  const { data } = useHealth();
  if (!project.live) {
    return <span className={classes['condition']}>new</span>;
  }
  const trouble = data?.degraded.find(({ what }) => what === `project ${project.name}`);
  return (
    <span className={classes['condition']} data-tone={trouble ? 'bad' : 'good'} title={trouble?.reason}>
      {trouble ? 'needs a look' : 'healthy'}
    </span>
  );
}
