import { sentence } from '../api/explain';
import { Sheet } from '../design/Page';
import { Scroll } from '../design/Scroll';
import type { Drift, Monitoring } from './monitoring';
import { Shares } from './Figures';
import classes from './Monitoring.module.css';
import { alarmVerdict, driftVerdict, SIGNALS, type Verdict } from './words';

const FEEDBACK: Record<string, string> = { label: 'another label', miss: 'missed', false_alarm: 'false alarms' };

const HOW: Record<Drift['signals'][number]['verdict'], string> = {
  too_few: 'too few',
  stable: 'as before',
  moderate: 'changed somewhat',
  large: 'changed much',
};

type DriftSheetProps = {
  drift: Drift | undefined;
  falseAlarms: Monitoring['false_alarms'];
  feedback: Record<string, number>;
};

/** Whether what is heard has changed, whether false alarms are as agreed, and what people said. */
export function DriftSheet({ drift, falseAlarms, feedback }: DriftSheetProps) {
  const told = Object.fromEntries(Object.entries(feedback).map(([kind, count]) => [FEEDBACK[kind] ?? kind, count]));
  return (
    <>
      {drift && (
        <Sheet title="Drift">
          <Told verdict={driftVerdict(drift.verdict)} />
          <p className={classes['quiet']}>{sentence(drift.explanation)}</p>
          {drift.signals.length > 0 && <Signals signals={drift.signals} />}
        </Sheet>
      )}
      <div className={classes['pair']}>
        <Sheet title="False alarms">
          <Told verdict={alarmVerdict(falseAlarms)} />
        </Sheet>
        <Sheet title="What people said">
          <Shares counts={told} nothing="Nobody has said that an answer was wrong." />
        </Sheet>
      </div>
    </>
  );
}

function Told({ verdict: { told, tone } }: { verdict: Verdict }) {
  return (
    <p className={classes['told']} data-tone={tone}>
      {told}
    </p>
  );
}

function Signals({ signals }: { signals: Drift['signals'] }) {
  return (
    <Scroll label="What was compared">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How</th>
            <th scope="col">
              <abbr title="Population stability index: below 0.1 hardly changed, above 0.25 much">PSI</abbr>
            </th>
            <th scope="col">By chance</th>
            <th scope="col">
              <abbr title="Kolmogorov-Smirnov: the largest difference of the two distributions">KS</abbr>
            </th>
            <th scope="col">p</th>
            <th scope="col">Answers</th>
          </tr>
        </thead>
        <tbody>
          {signals.map((each) => (
            <tr key={each.signal}>
              <th scope="row">{SIGNALS[each.signal]}</th>
              <td>{HOW[each.verdict]}</td>
              <td>{each.psi.toFixed(3)}</td>
              <td>{each.psi_noise.toFixed(3)}</td>
              <td>{each.ks.toFixed(3)}</td>
              <td>{each.p_value.toPrecision(2)}</td>
              <td>{each.n.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
