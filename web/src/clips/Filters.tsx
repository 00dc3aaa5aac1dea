import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { isNarrow, SHOWN, WARNINGS, type ClipFilter, type ClipWarning, type Shown } from './ClipFilter';
import classes from './Clips.module.css';

type FiltersProps = {
  filter: ClipFilter;
  labels: string[];
  /** Changes what is asked; an empty text asks nothing. */
  onChange: (key: keyof ClipFilter, value: string) => void;
  onClear: () => void;
};

/** Which recordings are shown. */
export function Filters({ filter, labels, onChange, onClear }: FiltersProps) {
  const [text, setText] = useState(filter.text ?? '');
  const search = useDebouncedCallback((words: string) => onChange('text', words), 250);
  return (
    <div className={classes['filters']}>
      <TextInput
        type="search"
        aria-label="Search"
        placeholder="Name, label or speaker"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          search(currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label="Label"
        value={filter.label ?? ''}
        data={[{ value: '', label: 'Any label' }, ...labels]}
        onChange={({ currentTarget }) => onChange('label', currentTarget.value)}
      />
      <NativeSelect
        aria-label="Use"
        value={filter.shown}
        data={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: SHOWN[value] }))}
        onChange={({ currentTarget }) => onChange('shown', currentTarget.value)}
      />
      <NativeSelect
        aria-label="Warning"
        value={filter.warning ?? ''}
        data={[
          { value: '', label: 'Any quality' },
          ...(Object.keys(WARNINGS) as ClipWarning[]).map((value) => ({ value, label: `Only ${WARNINGS[value]}` })),
        ]}
        onChange={({ currentTarget }) => onChange('warning', currentTarget.value)}
      />
      <NativeSelect
        aria-label="Part"
        value={filter.part ?? ''}
        data={[
          { value: '', label: 'Any part' },
          { value: 'train', label: 'Learned from' },
          { value: 'test', label: 'Judged by' },
        ]}
        onChange={({ currentTarget }) => onChange('part', currentTarget.value)}
      />
      {filter.speaker !== undefined && (
        <Button variant="light" size="sm" onClick={() => onChange('speaker', '')}>
          Speaker {filter.speaker} ×
        </Button>
      )}
      {isNarrow(filter) && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => {
            setText('');
            onClear();
          }}
        >
          Show all
        </Button>
      )}
    </div>
  );
}
