import { Link } from 'react-router';
import { Sheet } from '../design/Page';
import type { Project } from './projects';

/** One project at a glance. */
export function ProjectCard({ project }: { project: Project }) {
  return (
    <Sheet>
      <h2>
        <Link to={`/projects/${project.name}`}>{project.name}</Link>
      </h2>
      <p>{project.live ? `version ${project.live.number} answers` : 'no model answers yet'}</p>
    </Sheet>
  );
}
