import { Autocomplete, Button } from '@mantine/core';
import { useState } from 'react';
import classes from './Clips.module.css';
import type { Clip } from './clips';
import type { Change } from './edits';
import type { Selection } from './useSelection';

type BulkBarProps = {
  chosen: Selection;
  labels: string[];
  busy: boolean;
  onChange: (clips: readonly Clip[], change: Change) => void;
  onClear: () => void;
};

/** What can be done with the recordings that are chosen. */
export function BulkBar({ chosen, labels, busy, onChange, onClear }: BulkBarProps) {
  const [label, setLabel] = useState('');
  const clips = [...chosen.values()];
  const excluded = clips.every((clip) => clip.excluded);
  const deleted = clips.every((clip) => clip.deleted);
  return (
    <section className={classes['bulk']} aria-label="Chosen recordings">
      <strong>{clips.length.toLocaleString('en')} chosen</strong>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange(clips, { label: label.trim() });
          setLabel('');
        }}
      >
        <Autocomplete aria-label="New label" placeholder="New label" data={labels} value={label} onChange={setLabel} />
        <Button type="submit" disabled={label.trim() === '' || busy}>
          Label
        </Button>
      </form>
      <Button variant="default" disabled={busy} onClick={() => onChange(clips, { excluded: !excluded })}>
        {excluded ? 'Take in' : 'Leave out'}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onChange(clips, { deleted: !deleted })}>
        {deleted ? 'Take back' : 'Delete'}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        Choose none
      </Button>
    </section>
  );
}
