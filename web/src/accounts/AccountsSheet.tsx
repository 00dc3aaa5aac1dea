import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import { logout, session } from './accounts';
import classes from './Settings.module.css';
import { Tokens } from './Tokens';
import { Users } from './Users';

/** Whom the server takes one for, and whom it lets in. */
export function AccountsSheet() {
  const { data, error } = useQuery(session);
  const client = useQueryClient();
  const leave = useMutation({ mutationFn: logout, onSuccess: () => client.resetQueries() });
  return (
    <Sheet
      title="Who may come in"
      aside={
        data?.kind === 'user' && (
          <Button variant="default" size="sm" loading={leave.isPending} onClick={() => leave.mutate()}>
            Log out {data.name}
          </Button>
        )
      }
    >
      {error && <FailureLine error={error} />}
      {leave.error && <FailureLine error={leave.error} />}
      {data && !data.login_needed && (
        <p className={classes['quiet']}>
          Anybody who reaches this server may do everything: it listens to this machine alone, or was told to.
        </p>
      )}
      {data?.scopes.includes('admin') && (
        <>
          <Tokens />
          <Users />
        </>
      )}
    </Sheet>
  );
}
