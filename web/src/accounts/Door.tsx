import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Page, Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import { isStranger, login, session } from './accounts';
import classes from './Settings.module.css';

/** Lets nobody pass whom the server would refuse: strangers log in first. */
export function Door({ children }: { children: ReactNode }) {
  const { data } = useQuery(session);
  return data && isStranger(data) ? <LogIn /> : children;
}

function LogIn() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  // What a stranger was refused is asked for anew.
  const enter = useMutation({ mutationFn: () => login(name, password), onSuccess: () => client.resetQueries() });
  return (
    <Page title="Log in" lead="This server wants to know who asks.">
      <Sheet>
        <form
          className={classes['login']}
          onSubmit={(event) => {
            event.preventDefault();
            enter.mutate();
          }}
        >
          <TextInput
            label="Name"
            autoComplete="username"
            required
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
          <Button type="submit" loading={enter.isPending}>
            Log in
          </Button>
          {enter.error && <FailureLine error={enter.error} />}
        </form>
      </Sheet>
    </Page>
  );
}
