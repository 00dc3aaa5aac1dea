import { useState } from 'react';
import type { Clip } from './clips';

/** The clips that are chosen to be changed, as they are now. */
export type Selection = ReadonlyMap<number, Clip>;

/** Chooses clips; those between two with shift. */
export function useSelection() {
  const [chosen, setChosen] = useState<Selection>(new Map());
  const [anchor, setAnchor] = useState<number>();

  const toggle = (clip: Clip, index: number, range: boolean, at: (index: number) => Clip | undefined) => {
    const next = new Map(chosen);
    const add = !next.has(clip.number);
    const from = range && anchor !== undefined ? anchor : index;
    for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
      const each = i === index ? clip : at(i);
      if (each && add) {
        next.set(each.number, each);
      } else if (each) {
        next.delete(each.number);
      }
    }
    setChosen(next);
    setAnchor(index);
  };

  return {
    chosen,
    toggle,
    choose: (clips: readonly Clip[]) => setChosen(new Map(clips.map((clip) => [clip.number, clip]))),
    clear: () => setChosen(new Map()),
  };
}
