import { useQuery } from '@tanstack/react-query';
import { Page } from '../design/Page';
import { Empty, Failure, Loading } from '../design/States';
import { ProjectCard } from './ProjectCard';
import { projects } from './projects';
import classes from './ProjectsPage.module.css';

/** All projects, and the way to a new one. */
export function Component() {
  const { data, error, refetch } = useQuery(projects);
  return (
    <Page
      title="Projects"
      lead="A project is one question asked of sound, with its recordings and the models that answer it."
    >
      {data && data.length > 0 && (
        <ul className={classes['cards']}>
          {data.map((project) => (
            <li key={project.name}>
              <ProjectCard project={project} />
            </li>
          ))}
        </ul>
      )}
      {data?.length === 0 && <Empty title="No project yet">Start one from a recipe.</Empty>}
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />)}
    </Page>
  );
}
