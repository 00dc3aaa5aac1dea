import { Button } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { Unreachable } from '../api/failures';
import { Empty, Failure } from '../design/States';

/** A page that could not be loaded, or that broke. */
export function RouteFailure() {
  const error = useRouteError();
  // A part of the page that cannot be fetched is a TypeError in every browser.
  const told = error instanceof TypeError && /import|fetch|load/i.test(error.message) ? new Unreachable(error) : error;
  return <Failure error={told} retry={() => globalThis.location.reload()} />;
}

/** An address that leads nowhere. */
export function Lost() {
  return (
    <Empty
      title="Nothing is heard here"
      action={
        <Button component={Link} to="/">
          To the projects
        </Button>
      }
    >
      There is no page at this address.
    </Empty>
  );
}
