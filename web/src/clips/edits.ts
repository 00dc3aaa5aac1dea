import type { Clip, ClipEdit } from './clips';

/** What a person may change about clips at once. */
export type Change = Pick<ClipEdit, 'label' | 'speaker' | 'excluded' | 'deleted'>;

/** A change that was made, in words, and what undoes it. */
export type Done = { told: string; undo: ClipEdit[]; remain: number };

/**
 * What makes clips as they were before a change. A label or speaker cannot be taken away, only replaced: `remain` counts clips that had none
 * and keep what they were given.
 */
export function undoing(before: readonly Clip[], change: Change): Pick<Done, 'undo' | 'remain'> {
  const groups = new Map<string, { change: Change; clips: number[] }>();
  let remain = 0;
  for (const clip of before) {
    const back = reverse(clip, change);
    if (clip.label === undefined && change.label !== undefined) {
      remain++;
    }
    if (Object.keys(back).length > 0) {
      const key = JSON.stringify(back);
      const group = groups.get(key) ?? { change: back, clips: [] };
      group.clips.push(clip.number);
      groups.set(key, group);
    }
  }
  return { undo: [...groups.values()].map(({ change: back, clips }) => ({ clips, ...back })), remain };
}

function reverse(clip: Clip, change: Change): Change {
  const back: Change = {};
  if (change.label !== undefined && clip.label !== undefined && clip.label !== change.label) {
    back.label = clip.label;
  }
  if (change.speaker !== undefined && clip.speaker !== undefined && clip.speaker !== change.speaker) {
    back.speaker = clip.speaker;
  }
  if (change.excluded !== undefined && clip.excluded !== change.excluded) {
    back.excluded = clip.excluded;
  }
  if (change.deleted !== undefined && clip.deleted !== change.deleted) {
    back.deleted = clip.deleted;
  }
  return back;
}

/** A change of so many clips in a sentence. */
export function tell(count: number, { label, speaker, excluded, deleted }: Change): string {
  const clips = `${count.toLocaleString('en')} ${count === 1 ? 'recording' : 'recordings'}`;
  if (label !== undefined) {
    return `${clips} labelled ${label}`;
  }
  if (speaker !== undefined) {
    return `${clips} said to be by ${speaker}`;
  }
  if (excluded !== undefined) {
    return excluded ? `${clips} left out` : `${clips} taken in`;
  }
  return deleted ? `${clips} deleted` : `${clips} taken back`;
}
