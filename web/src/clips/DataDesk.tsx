import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { silence } from '../audio/useSound';
import { AtAGlance } from './AtAGlance';
import { isNarrow, readFilter } from './ClipFilter';
import { ClipsSheet } from './ClipsSheet';
import type { Dataset } from './clips';
import { Upload } from './Upload';

/** What is on the page Data. The filter stands in its address. */
export function DataDesk({ project, dataset }: { project: string; dataset: Dataset }) {
  const [address, setAddress] = useSearchParams();
  const filter = readFilter(address);
  const ask = (key: string, value: string) =>
    setAddress(
      (now) => {
        now.set(key, value);
        if (value === '' || (key === 'shown' && value === 'all')) {
          now.delete(key);
        }
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  useEffect(() => silence, []);
  const some = dataset.clips + dataset.unlabelled + dataset.excluded + dataset.deleted > 0;
  return (
    <>
      <Upload project={project} labels={dataset.labels.map(({ label }) => label)} compact={some} />
      {some && (
        <>
          <AtAGlance
            project={project}
            dataset={dataset}
            onLabel={(label) => ask('label', label)}
            onSpeaker={(speaker) => ask('speaker', speaker)}
          />
          <ClipsSheet
            project={project}
            labels={dataset.labels.map(({ label }) => label)}
            filter={filter}
            grid={address.get('view') === 'grid'}
            onFilter={ask}
            onClear={() => setAddress({}, { replace: true, preventScrollReset: true })}
            narrow={isNarrow(filter)}
          />
        </>
      )}
    </>
  );
}
