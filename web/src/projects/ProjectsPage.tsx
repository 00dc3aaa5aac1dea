import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { PlusIcon } from '../design/icons';
import { Page } from '../design/Page';
import { Empty, Failure, Loading } from '../design/States';
import { NewProject } from './NewProject';
import { ProjectCard } from './ProjectCard';
import { projects } from './projects';
import classes from './ProjectsPage.module.css';
import { Tour } from './Tour';

/** All projects, the way to a new one, and a tour for those who are new. */
export function Component() {
  const { data, error, refetch } = useQuery(projects);
  const [starting, start] = useDisclosure(false);
  const [touring, tour] = useDisclosure(false);
  const actions = (
    <>
      <Button variant="default" onClick={tour.open}>
        Two-minute tour
      </Button>
      <Button leftSection={<PlusIcon size={18} />} onClick={start.open}>
        Start a project
      </Button>
    </>
  );
  return (
    <Page
      title="Projects"
      lead="Each asks one question of sound, and keeps the recordings and the models that answer it."
      actions={actions}
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
      {data?.length === 0 && (
        <Empty title="No project yet" action={<Button onClick={start.open}>Start the first</Button>}>
          Choose a recipe, bring recordings or only a phrase, and a model learns from them.
        </Empty>
      )}
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />)}
      <NewProject opened={starting} onClose={start.close} />
      <Tour opened={touring} onClose={tour.close} />
    </Page>
  );
}
