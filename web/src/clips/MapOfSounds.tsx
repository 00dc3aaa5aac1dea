import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import classes from './Clips.module.css';
import type { SoundMap } from './clips';
import { placed } from './placed';

const MOST_ODD = 24;

/** Recordings where they sound alike; one label at a time stands out, and what looks mislabelled has a ring. */
export function MapOfSounds({ map, onOpen }: { map: SoundMap; onOpen: (number: number) => void }) {
  const labels = [...new Set(map.points.map(({ label }) => label))].sort();
  const [shown, show] = useState(labels.at(0) ?? '');
  const odd = new Set(map.odd);
  const labelOf = new Map(map.points.map(({ number, label }) => [number, label]));
  return (
    <>
      <NativeSelect
        label="Stands out"
        w="12rem"
        data={labels}
        value={shown}
        onChange={({ currentTarget }) => show(currentTarget.value)}
      />
      <svg
        className={classes['map']}
        viewBox="0 0 100 60"
        role="img"
        aria-label={`${map.points.length} recordings; ${map.odd.length} look mislabelled`}
      >
        {placed(map.points, 100, 60).map(({ number, label, x, y }) => (
          <circle
            key={number}
            cx={x}
            cy={y}
            r={label === shown ? 0.85 : 0.6}
            data-shown={label === shown || undefined}
            data-odd={odd.has(number) || undefined}
          />
        ))}
      </svg>
      <p className={classes['quiet']}>
        Full dots are {shown}, pale ones are other labels.{' '}
        {map.points.length < map.of &&
          `${map.points.length.toLocaleString('en')} of ${map.of.toLocaleString('en')} are drawn. `}
        {map.odd.length === 0
          ? 'No recording lies among those of other labels.'
          : 'These lie among recordings of other labels, the oddest first. Listen to them; their labels may be wrong:'}
      </p>
      <div className={classes['odd']}>
        {map.odd.slice(0, MOST_ODD).map((number) => (
          <Button key={number} variant="light" size="compact-sm" onClick={() => onOpen(number)}>
            {number}, {labelOf.get(number)}
          </Button>
        ))}
      </div>
    </>
  );
}
