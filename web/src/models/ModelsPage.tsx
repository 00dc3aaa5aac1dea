import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { Page, Sheet } from '../design/Page';
import { Empty } from '../design/States';
import { useProject } from '../projects/ProjectFrame';
import classes from './Models.module.css';
import { VersionDesk } from './VersionDesk';
import { VersionList } from './VersionList';

/** A project's versions: what each reaches, which one answers, and how they differ. */
export function Component() {
  const project = useProject();
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('version'));
  const shown = project.versions.find(({ number }) => number === asked) ?? project.live ?? project.versions.at(-1);
  return (
    <Page title="Models" lead="Every training makes a version that never changes. One of them answers; you say which.">
      {shown ? (
        <div className={classes['columns']}>
          <VersionList
            project={project}
            shown={shown.number}
            onShow={(number) => setAddress({ version: String(number) }, { replace: true, preventScrollReset: true })}
          />
          <VersionDesk key={shown.number} project={project} version={shown} />
        </div>
      ) : (
        <Sheet>
          <Empty
            title="No version yet"
            action={
              <Button component={Link} to={`/projects/${project.name}/train`}>
                Train the first
              </Button>
            }
          >
            The first training makes version 1.
          </Empty>
        </Sheet>
      )}
    </Page>
  );
}
