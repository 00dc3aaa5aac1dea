import { Button, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureLine } from '../design/States';
import classes from './Settings.module.css';
import { policy as asked, putPolicy, typed, type Policy } from './settings';

/** When a project trains by itself, and whether what came out may answer by itself. */
export function PolicyForm({ project, policy }: { project: string; policy: Policy }) {
  const client = useQueryClient();
  const [promote, setPromote] = useState(policy.auto_promote);
  const [clips, setClips] = useState(String(policy.retrain_after_clips ?? ''));
  const [days, setDays] = useState(String(policy.retrain_every_days ?? ''));
  const [drift, setDrift] = useState(String(policy.retrain_on_drift ?? ''));
  const save = useMutation({
    mutationFn: () => {
      const [afterClips, everyDays, onDrift] = [typed(clips), typed(days), typed(drift)];
      return putPolicy(project, {
        auto_promote: promote,
        ...(afterClips !== undefined && { retrain_after_clips: afterClips }),
        ...(everyDays !== undefined && { retrain_every_days: everyDays }),
        ...(onDrift !== undefined && { retrain_on_drift: onDrift }),
      });
    },
    onSuccess: (saved) => client.setQueryData(asked(project).queryKey, saved),
  });
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h3>Training by itself</h3>
      <Switch
        label="A new version that is not worse answers at once"
        description="Else it waits as a candidate until somebody promotes it."
        checked={promote}
        onChange={({ currentTarget }) => setPromote(currentTarget.checked)}
      />
      <div className={classes['fields']}>
        <TextInput
          label="After so many new recordings"
          placeholder="never"
          inputMode="numeric"
          value={clips}
          onChange={({ currentTarget }) => setClips(currentTarget.value)}
        />
        <TextInput
          label="Every so many days"
          placeholder="never"
          inputMode="numeric"
          value={days}
          onChange={({ currentTarget }) => setDays(currentTarget.value)}
        />
        <TextInput
          label="When drift (PSI) reaches"
          placeholder="never"
          inputMode="decimal"
          value={drift}
          onChange={({ currentTarget }) => setDrift(currentTarget.value)}
        />
      </div>
      <div className={classes['actions']}>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
        <span role="status">{save.isSuccess && 'Saved.'}</span>
      </div>
      {save.error && <FailureLine error={save.error} />}
    </form>
  );
}
