import { useQuery } from '@tanstack/react-query';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { Failure, Loading } from '../design/States';
import { project, type Project } from './projects';

/** Around a project's pages: none of them is shown before the project is known. */
export function Component() {
  const { project: name = '' } = useParams();
  const { data, error, refetch } = useQuery(project(name));
  if (data) {
    return <Outlet key={name} context={data} />;
  }
  return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />;
}

/** The project a page is about. */
export function useProject(): Project {
  return useOutletContext<Project>();
}
