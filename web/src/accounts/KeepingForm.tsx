import { Button, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureLine } from '../design/States';
import classes from './Settings.module.css';
import { keeping, putKeeping, typed, type MonitoringSettings } from './settings';

/** What a project keeps of what it is asked, for how long, and whom it tells of trouble. */
export function KeepingForm({ project, kept }: { project: string; kept: MonitoringSettings }) {
  const client = useQueryClient();
  const [audio, setAudio] = useState(kept.keep_audio);
  const [audioDays, setAudioDays] = useState(String(kept.audio_days ?? ''));
  const [answerDays, setAnswerDays] = useState(String(kept.answer_days ?? ''));
  const [webhook, setWebhook] = useState(kept.webhook ?? '');
  const save = useMutation({
    mutationFn: () => {
      const [forAudio, forAnswers] = [typed(audioDays), typed(answerDays)];
      return putKeeping(project, {
        keep_audio: audio,
        ...(kept.rules && { rules: kept.rules }),
        ...(forAudio !== undefined && { audio_days: forAudio }),
        ...(forAnswers !== undefined && { answer_days: forAnswers }),
        ...(webhook.trim() !== '' && { webhook: webhook.trim() }),
      });
    },
    onSuccess: (saved) => client.setQueryData(keeping(project).queryKey, saved),
  });
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h3>What is kept, and who is told</h3>
      <Switch
        label="Keep the recordings that are asked about"
        description="So that they can be heard and labelled later. Tell the people who speak."
        checked={audio}
        onChange={({ currentTarget }) => setAudio(currentTarget.checked)}
      />
      <div className={classes['fields']}>
        <TextInput
          label="Recordings for so many days"
          placeholder="as the server has it"
          inputMode="numeric"
          value={audioDays}
          onChange={({ currentTarget }) => setAudioDays(currentTarget.value)}
        />
        <TextInput
          label="Answers for so many days"
          placeholder="as the server has it"
          inputMode="numeric"
          value={answerDays}
          onChange={({ currentTarget }) => setAnswerDays(currentTarget.value)}
        />
        <TextInput
          label="Tell alerts to (webhook)"
          placeholder="https://…"
          type="url"
          value={webhook}
          onChange={({ currentTarget }) => setWebhook(currentTarget.value)}
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
