import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureLine } from '../design/States';
import { letIn, letOut, users, type User } from './accounts';
import classes from './Settings.module.css';

const ROLES: Record<User['role'], string> = {
  viewer: 'looks and asks',
  member: 'changes projects',
  admin: 'does everything',
};

/** The people who may log in. */
export function Users() {
  const { data = [], error } = useQuery(users);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<User['role']>('member');
  const onSuccess = () => client.invalidateQueries({ queryKey: users.queryKey });
  const add = useMutation({ mutationFn: () => letIn(name.trim(), password, role), onSuccess });
  const remove = useMutation({ mutationFn: letOut, onSuccess });
  const failure = error ?? add.error ?? remove.error;
  return (
    <section className={classes['who']} aria-label="People">
      <h3>People, by password</h3>
      <ul>
        {data.map((user) => (
          <li key={user.name}>
            <strong>{user.name}</strong>
            <span>{ROLES[user.role]}</span>
            <Button variant="subtle" size="compact-sm" onClick={() => remove.mutate(user.name)}>
              Let in no more<span className="unseen">: {user.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextInput
          label="Name"
          autoComplete="off"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <NativeSelect
          label="Who"
          value={role}
          data={(Object.keys(ROLES) as User['role'][]).map((value) => ({ value, label: ROLES[value] }))}
          onChange={({ currentTarget }) => setRole(currentTarget.value as User['role'])}
        />
        <Button type="submit" disabled={name.trim() === '' || password === ''} loading={add.isPending}>
          Let in
        </Button>
      </form>
      {failure && <FailureLine error={failure} />}
    </section>
  );
}
