import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clipsKey, edit, type Clip } from './clips';
import { tell, undoing, type Change, type Done } from './edits';

/** Changes a project's clips, and undoes what was changed, last first. */
export function useEdits(project: string, onDone: () => void) {
  const client = useQueryClient();
  const [past, setPast] = useState<readonly Done[]>([]);
  const settle = () => client.invalidateQueries({ queryKey: clipsKey(project) });

  const change = useMutation({
    mutationFn: async ({ clips, change }: { clips: readonly Clip[]; change: Change }) => {
      await edit(project, { clips: clips.map(({ number }) => number), ...change });
      return { told: tell(clips.length, change), ...undoing(clips, change) };
    },
    onSuccess: (done) => {
      setPast((before) => [...before, done]);
      onDone();
    },
    onSettled: settle,
  });
  const undo = useMutation({
    mutationFn: async (done: Done) => {
      for (const step of done.undo) {
        await edit(project, step);
      }
    },
    onSuccess: () => setPast((before) => before.slice(0, -1)),
    onSettled: settle,
  });

  const last = past.at(-1);
  return {
    change: (clips: readonly Clip[], wanted: Change) => change.mutate({ clips, change: wanted }),
    last,
    undo: () => last && !undo.isPending && undo.mutate(last),
    busy: change.isPending || undo.isPending,
    error: change.error ?? undo.error,
  };
}
