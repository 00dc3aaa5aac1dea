import { useVirtualizer } from '@tanstack/react-virtual';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { ClipRow, ClipTile } from './ClipRow';
import classes from './Clips.module.css';
import type { Clip } from './clips';

const ROW_PIXELS = 60;
const TILE_PIXELS = 156;
const TILE_LEAST_PIXELS = 190;

/** Rows beyond the edge, so that scrolling never shows what is not drawn. */
const BEYOND = 8;

type ClipListProps = {
  project: string;
  total: number;
  at: (index: number) => Clip | undefined;
  see: (from: number, to: number) => void;
  grid: boolean;
  isChosen: (clip: Clip) => boolean;
  onChoose: (clip: Clip, index: number, range: boolean) => void;
  onOpen: (clip: Clip) => void;
};

/** The clips, of which only those in sight are drawn: a hundred thousand scroll like ten. */
export function ClipList({ project, total, at, see, grid, isChosen, onChoose, onOpen }: ClipListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measure, width } = useElementSize();
  const lanes = grid ? Math.max(2, Math.floor(width / TILE_LEAST_PIXELS)) : 1;
  // eslint-disable-next-line react-hooks/incompatible-library -- it is asked anew at each draw, as it wants to be
  const rows = useVirtualizer({
    count: Math.ceil(total / lanes),
    getScrollElement: () => scroller.current,
    estimateSize: () => (grid ? TILE_PIXELS : ROW_PIXELS),
    overscan: grid ? BEYOND / 2 : BEYOND,
  });
  const drawn = rows.getVirtualItems();
  const from = (drawn.at(0)?.index ?? 0) * lanes;
  const to = Math.min(total - 1, ((drawn.at(-1)?.index ?? 0) + 1) * lanes - 1);
  useEffect(() => see(from, Math.max(from, to)), [from, to, see]);
  useEffect(() => rows.measure(), [grid, lanes, rows]);

  const draw = (index: number) => {
    const clip = at(index);
    const One = grid ? ClipTile : ClipRow;
    return clip ? (
      <One
        project={project}
        clip={clip}
        chosen={isChosen(clip)}
        still={!rows.isScrolling}
        onChoose={(range) => onChoose(clip, index, range)}
        onOpen={() => onOpen(clip)}
      />
    ) : (
      <div className={grid ? classes['tile'] : classes['row']} data-awaited />
    );
  };

  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="group"
      aria-label="Recordings"
      style={{ height: `min(70vh, 46rem, ${rows.getTotalSize() + 1}px)` }}
    >
      <div ref={measure} role="list" style={{ position: 'relative', height: rows.getTotalSize() }}>
        {drawn.map((row) =>
          Array.from({ length: Math.min(lanes, total - row.index * lanes) }, (_, lane) => {
            const index = row.index * lanes + lane;
            return (
              <div
                key={index}
                role="listitem"
                aria-posinset={index + 1}
                aria-setsize={total}
                className={classes['place']}
                style={{
                  left: `${(100 * lane) / lanes}%`,
                  width: `${100 / lanes}%`,
                  height: row.size,
                  transform: `translateY(${row.start}px)`,
                }}
              >
                {draw(index)}
              </div>
            );
          }),
        )}
      </div>
    </div>
  );
}
