import { Button, Collapse, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Sheet } from '../design/Page';
import { FailureLine } from '../design/States';
import type { Project } from '../projects/projects';
import { start, type RecipeOffer } from './jobs';
import { changed, EXPLAINED, NETWORKS, type Explained } from './settings';
import classes from './Train.module.css';

type NewTrainingProps = { project: Project; offer: RecipeOffer; onStarted: (id: string) => void };

/** Asks for a training: by the recipe's own settings, or one's own. */
export function NewTraining({ project, offer, onStarted }: NewTrainingProps) {
  const [asked, setAsked] = useState<Record<string, string>>({});
  const [opened, open] = useState(false);
  const settings = changed(asked, offer.settings);
  const count = Object.keys(settings).length;
  const begin = useMutation({
    mutationFn: (kind: 'train' | 'retrain') => start(project.name, { kind, settings }),
    onSuccess: ({ id }) => onStarted(id),
  });
  const set = (key: string, value: string) => setAsked((now) => ({ ...now, [key]: value }));
  return (
    <Sheet title="New training">
      <p className={classes['quiet']}>
        Recipe <strong>{offer.name}</strong>: {offer.question} Its settings were chosen by measuring; most projects need
        no others.
      </p>
      <div className={classes['actions']}>
        <Button onClick={() => begin.mutate('train')} loading={begin.isPending}>
          {project.live ? 'Train anew' : 'Train'}
        </Button>
        {project.live && project.live.origin === 'trained' && (
          <Button variant="default" onClick={() => begin.mutate('retrain')} disabled={begin.isPending}>
            Go on from version {project.live.number}
          </Button>
        )}
        <Button variant="subtle" onClick={() => open((now) => !now)} aria-expanded={opened}>
          {opened ? 'Hide the settings' : 'Settings'}
          {count > 0 && ` (${count} changed)`}
        </Button>
      </div>
      {begin.error && <FailureLine error={begin.error} />}
      <Collapse expanded={opened}>
        <SettingsForm offer={offer} asked={asked} onSet={set} />
        {count > 0 && (
          <Button variant="subtle" onClick={() => setAsked({})}>
            As the recipe has them
          </Button>
        )}
      </Collapse>
    </Sheet>
  );
}

type SettingsFormProps = {
  offer: RecipeOffer;
  asked: Partial<Record<string, string>>;
  onSet: (key: string, value: string) => void;
};

function SettingsForm({ offer, asked, onSet }: SettingsFormProps) {
  const known = EXPLAINED.filter(({ key }) => key in offer.settings);
  const shown = new Set(['network', 'fine_tuning.from', ...known.map(({ key }) => key)]);
  const others = Object.keys(offer.settings).filter((key) => !shown.has(key));
  const network = asked['network'] ?? offer.settings['network'];
  return (
    <>
      <div className={classes['settings']}>
        {'network' in offer.settings && offer.networks.length > 1 && (
          <NativeSelect
            label="Network"
            description={NETWORKS[network] ?? 'what learns; the first is the recipe’s choice.'}
            data={offer.networks}
            value={network}
            onChange={({ currentTarget }) => onSet('network', currentTarget.value)}
          />
        )}
        {known.map((setting) => (
          <SettingInput key={setting.key} setting={setting} offer={offer} asked={asked} onSet={onSet} />
        ))}
      </div>
      <details className={classes['others']}>
        <summary>All {others.length} other settings, by their names</summary>
        <div className={classes['settings']}>
          {others.map((key) => (
            <TextInput
              key={key}
              label={key}
              placeholder={offer.settings[key] === '' ? 'none' : (offer.settings[key] ?? '')}
              value={asked[key] ?? ''}
              onChange={({ currentTarget }) => onSet(key, currentTarget.value)}
            />
          ))}
        </div>
      </details>
    </>
  );
}

function SettingInput({ setting, offer, asked, onSet }: SettingsFormProps & { setting: Explained }) {
  const { key, name, tell, step, least, most } = setting;
  return (
    <TextInput
      label={name}
      description={tell}
      type="number"
      inputMode="decimal"
      step={step}
      min={least}
      max={most}
      placeholder={offer.settings[key] ?? ''}
      value={asked[key] ?? ''}
      onChange={({ currentTarget }) => onSet(key, currentTarget.value)}
    />
  );
}
