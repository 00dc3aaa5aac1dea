import { Button, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Sheet } from '../design/Page';
import { Empty, Failure, FailureLine, Loading } from '../design/States';
import { BulkBar } from './BulkBar';
import { ClipDetail } from './ClipDetail';
import type { ClipFilter } from './ClipFilter';
import { ClipList } from './ClipList';
import classes from './Clips.module.css';
import { allClips, clip, type Clip } from './clips';
import { Closer } from './Closer';
import type { Change } from './edits';
import { Filters } from './Filters';
import { useClips } from './useClips';
import { useEdits } from './useEdits';
import { useSelection } from './useSelection';

type ClipsSheetProps = {
  project: string;
  labels: string[];
  filter: ClipFilter;
  narrow: boolean;
  grid: boolean;
  onFilter: (key: string, value: string) => void;
  onClear: () => void;
};

/** The recordings: which are shown, what is done with them, and one of them close by. */
export function ClipsSheet({ project, labels, filter, narrow, grid, onFilter, onClear }: ClipsSheetProps) {
  const { at, see, total, error, retry } = useClips(project, filter);
  const selection = useSelection();
  const edits = useEdits(project, selection.clear);
  const [opened, open] = useState<Clip>();
  const all = useMutation({ mutationFn: () => allClips(project, filter), onSuccess: selection.choose });
  useHotkeys([['mod+Z', edits.undo]]);
  const find = useMutation({ mutationFn: (number: number) => clip(project, number), onSuccess: open });
  const failure = edits.error ?? all.error ?? find.error;
  const change = (clips: readonly Clip[], wanted: Change) => {
    edits.change(clips, wanted);
    open(undefined);
  };
  return (
    <>
      {labels.length > 1 && <Closer project={project} onOpen={find.mutate} />}
      <Sheet
        title="Recordings"
        aside={
          <SegmentedControl
            aria-label="View"
            value={grid ? 'grid' : ''}
            data={[
              { value: '', label: 'Table' },
              { value: 'grid', label: 'Grid' },
            ]}
            onChange={(view) => onFilter('view', view)}
          />
        }
      >
        <Filters filter={filter} labels={labels} onChange={onFilter} onClear={onClear} />
        {selection.chosen.size > 0 && (
          <BulkBar
            chosen={selection.chosen}
            labels={labels}
            busy={edits.busy}
            onChange={change}
            onClear={selection.clear}
          />
        )}
        <div role="status">
          {edits.last && (
            <p className={classes['told']}>
              <span>
                {edits.last.told}.
                {edits.last.remain > 0 && ` Of them ${edits.last.remain} had no label; they keep the new one.`}
              </span>
              {edits.last.undo.length > 0 && (
                <Button variant="default" size="xs" disabled={edits.busy} onClick={edits.undo}>
                  Undo
                </Button>
              )}
            </p>
          )}
        </div>
        {failure && <FailureLine error={failure} />}
        <div className={classes['listHead']}>
          <span>{total === undefined ? '' : found(total, narrow)}</span>
          {total !== undefined && total > 0 && (
            <Button variant="subtle" size="sm" loading={all.isPending} onClick={() => all.mutate()}>
              Choose all {total.toLocaleString('en')}
            </Button>
          )}
        </div>
        {total === undefined && (error ? <Failure error={error} retry={retry} /> : <Loading />)}
        {total === 0 && (
          <Empty title="None of that kind" action={<Button onClick={onClear}>Show all</Button>}>
            No recording passes what you ask for.
          </Empty>
        )}
        {total !== undefined && total > 0 && (
          <ClipList
            key={JSON.stringify(filter)}
            project={project}
            total={total}
            at={at}
            see={see}
            grid={grid}
            isChosen={({ number }) => selection.chosen.has(number)}
            onChoose={(each, index, range) => selection.toggle(each, index, range, at)}
            onOpen={open}
          />
        )}
        <ClipDetail
          project={project}
          clip={opened}
          labels={labels}
          onChange={(wanted) => opened && change([opened], wanted)}
          onSpeaker={(speaker) => {
            open(undefined);
            onFilter('speaker', speaker);
          }}
          onClose={() => open(undefined)}
        />
      </Sheet>
    </>
  );
}

const found = (total: number, narrow: boolean): string =>
  `${total.toLocaleString('en')} ${total === 1 ? 'recording' : 'recordings'}${narrow ? ' of that kind' : ''}`;
