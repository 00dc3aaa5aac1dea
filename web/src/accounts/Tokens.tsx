import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureLine } from '../design/States';
import { when } from '../design/when';
import { issue, revoke, SCOPES, tokens, type Scope } from './accounts';
import classes from './Settings.module.css';

/** What lets programs in. A token is shown once, when it is made. */
export function Tokens() {
  const { data = [], error } = useQuery(tokens);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('predict');
  const onSuccess = () => client.invalidateQueries({ queryKey: tokens.queryKey });
  const make = useMutation({ mutationFn: () => issue(name.trim(), scope), onSuccess });
  const take = useMutation({ mutationFn: revoke, onSuccess });
  const failure = error ?? make.error ?? take.error;
  return (
    <section className={classes['who']} aria-label="Tokens">
      <h3>Programs, by token</h3>
      <ul>
        {data.map((token) => (
          <li key={token.id}>
            <strong>{token.name}</strong>
            <span>
              {token.scopes.join(', ')}
              {token.project !== undefined && ` in ${token.project}`},{' '}
              {token.last_used_at === undefined ? 'never used' : `used ${when(token.last_used_at)}`}
              {token.state !== 'valid' && ` (${token.state})`}
            </span>
            {token.state === 'valid' && (
              <Button variant="subtle" size="compact-sm" onClick={() => take.mutate(token.id)}>
                Take back<span className="unseen"> {token.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextInput
          label="A new token for"
          placeholder="the doorbell"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <NativeSelect
          label="It may"
          value={scope}
          data={(Object.keys(SCOPES) as Scope[]).map((value) => ({ value, label: SCOPES[value] }))}
          onChange={({ currentTarget }) => setScope(currentTarget.value as Scope)}
        />
        <Button type="submit" disabled={name.trim() === ''} loading={make.isPending}>
          Make a token
        </Button>
      </form>
      <div role="status">
        {make.data && (
          <p className={classes['secret']}>
            Copy it now; it is not shown again: <code>{make.data.secret}</code>
          </p>
        )}
      </div>
      {failure && <FailureLine error={failure} />}
    </section>
  );
}
