import { Link } from 'react-router';
import { PlayButton } from '../audio/PlayButton';
import { useSound } from '../audio/useSound';
import { clipAddress } from '../clips/clips';
import { Sheet } from '../design/Page';
import { Scroll } from '../design/Scroll';
import type { Comparison as Compared } from '../runs/jobs';
import { verdict } from './verdict';
import classes from './Models.module.css';

/** Of more clips than these, the rest is only counted. */
const MOST_SHOWN = 24;

type ComparisonProps = { project: string; version: number; comparison: Compared };

/** A version beside the one that answered when it was made, clip by clip. */
export function Comparison({ project, version, comparison }: ComparisonProps) {
  const { live_version: before, n, live_right, candidate_right, fixed, broken, groups } = comparison;
  return (
    <Sheet title={`Beside version ${before}`}>
      <p>{verdict(comparison)}</p>
      <dl className={classes['figures']}>
        <div>
          <dt>Version {before} right</dt>
          <dd>
            {live_right} of {n}
          </dd>
        </div>
        <div>
          <dt>Version {version} right</dt>
          <dd>
            {candidate_right} of {n}
          </dd>
        </div>
      </dl>
      <div className={classes['sides']}>
        <Clips project={project} title={`${fixed} fixed`} tone="good" numbers={comparison.fixed_clips} />
        <Clips project={project} title={`${broken} broken`} tone="bad" numbers={comparison.broken_clips} />
      </div>
      {groups.length > 1 && (
        <Scroll label="Speaker by speaker">
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">Speaker</th>
                <th scope="col">Recordings</th>
                <th scope="col">Version {before}</th>
                <th scope="col">Version {version}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((each) => (
                <tr key={each.group}>
                  <th scope="row">{each.group}</th>
                  <td>{each.n}</td>
                  <td>{each.live_right}</td>
                  <td>{each.candidate_right}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Sheet>
  );
}

type ClipsProps = { project: string; title: string; tone: 'good' | 'bad'; numbers: number[] };

function Clips({ project, title, tone, numbers }: ClipsProps) {
  return (
    <div className={classes['side']} data-tone={tone}>
      <h3>{title}</h3>
      {numbers.length === 0 && <p className={classes['quiet']}>No recording.</p>}
      <ul>
        {numbers.slice(0, MOST_SHOWN).map((number) => (
          <li key={number}>
            <Heard project={project} number={number} />
          </li>
        ))}
      </ul>
      {numbers.length > MOST_SHOWN && (
        <p className={classes['quiet']}>
          and {numbers.length - MOST_SHOWN} more, on the page{' '}
          <Link to={`/projects/${project}/data?part=test`}>Data</Link>
        </p>
      )}
    </div>
  );
}

function Heard({ project, number }: { project: string; number: number }) {
  const { playing, toggle } = useSound(clipAddress(project, number, 'audio'));
  return (
    <>
      <PlayButton name={`recording ${number}`} playing={playing} onToggle={toggle} size="md" /> {number}
    </>
  );
}
