import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Sheet } from '../design/Page';
import { Failure, Loading } from '../design/States';
import classes from './Clips.module.css';
import { soundMap, spreads } from './clips';
import { MapOfSounds } from './MapOfSounds';
import { Spreads } from './Spreads';

/** A closer look, for which the server listens to every recording: asked for, as it takes a while. */
export function Closer({ project, onOpen }: { project: string; onOpen: (number: number) => void }) {
  const [wanted, want] = useState(false);
  const [view, setView] = useState('map');
  return (
    <Sheet
      title="A closer look"
      aside={
        wanted && (
          <SegmentedControl
            aria-label="What is looked at"
            value={view}
            data={[
              { value: 'map', label: 'Map' },
              { value: 'features', label: 'Features' },
            ]}
            onChange={setView}
          />
        )
      }
    >
      {!wanted && (
        <>
          <p className={classes['quiet']}>
            A map on which recordings lie near each other where they sound alike, those that look mislabelled, and what
            tells the labels apart. The first time takes about a second for a hundred recordings.
          </p>
          <Button variant="default" mt="md" onClick={() => want(true)}>
            Look closer
          </Button>
        </>
      )}
      {wanted && (view === 'map' ? <Mapped project={project} onOpen={onOpen} /> : <Features project={project} />)}
    </Sheet>
  );
}

function Mapped({ project, onOpen }: { project: string; onOpen: (number: number) => void }) {
  const { data, error, refetch } = useQuery(soundMap(project));
  if (data) {
    return <MapOfSounds map={data} onOpen={onOpen} />;
  }
  return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what="Every recording is heard" />;
}

function Features({ project }: { project: string }) {
  const { data, error, refetch } = useQuery(spreads(project));
  if (data) {
    return <Spreads spreads={data} />;
  }
  return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what="Every recording is heard" />;
}
