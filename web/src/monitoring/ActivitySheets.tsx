import { Chart } from '../design/Chart';
import { Sheet } from '../design/Page';
import { Empty } from '../design/States';
import { percent } from '../models/metrics';
import type { Monitoring } from './monitoring';
import { Figure, Shares } from './Figures';
import classes from './Monitoring.module.css';

type Activity = Monitoring['activity'];

const millis = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** How much was asked, how fast it was answered, what and how surely. */
export function ActivitySheets({ activity, pieceSeconds }: { activity: Activity; pieceSeconds: number }) {
  const { answered, refused, failed, latency_ms: latency, mean_confidence: confidence, hours_listened } = activity;
  if (answered + refused + failed === 0 && hours_listened === 0) {
    return (
      <Sheet title="Use">
        <Empty title="Nobody has asked yet">
          Once recordings are sent to this project, here stands how many, how fast and how sure.
        </Empty>
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title="Use">
        <dl className={classes['figures']}>
          <Figure name="Answered" value={answered.toLocaleString('en')} />
          <Figure name="Refused" value={refused.toLocaleString('en')} />
          <Figure name="Failed" value={failed.toLocaleString('en')} tone={failed > 0 ? 'bad' : undefined} />
          <Figure name="Half within" value={latency && millis(latency.p50)} />
          <Figure name="95 % within" value={latency && millis(latency.p95)} />
          <Figure name="99 % within" value={latency && millis(latency.p99)} />
          <Figure name="Sure on average" value={confidence === undefined ? undefined : percent(confidence)} />
          <Figure name="Live sound" value={hours_listened > 0 ? `${hours_listened.toFixed(1)} h` : undefined} />
        </dl>
        <Course pieces={activity.pieces} pieceSeconds={pieceSeconds} />
      </Sheet>
      <div className={classes['pair']}>
        <Sheet title="What was answered">
          <Shares counts={activity.labels} nothing="No recording was answered." />
          {Object.keys(activity.detections).length > 0 && (
            <>
              <h3 className={classes['between']}>Detected in live sound</h3>
              <Shares counts={activity.detections} nothing="" />
            </>
          )}
        </Sheet>
        <Sheet title="How sure it was">
          <Confidence tenths={activity.confidence} />
          {Object.keys(activity.codes).length > 0 && (
            <>
              <h3 className={classes['between']}>Why it did not answer</h3>
              <Shares counts={activity.codes} nothing="" />
            </>
          )}
        </Sheet>
      </div>
    </>
  );
}

function Course({ pieces, pieceSeconds }: { pieces: Activity['pieces']; pieceSeconds: number }) {
  // A bar stands in the middle of its piece.
  const x = pieces.map(({ at }) => Date.parse(at) / 1000 + pieceSeconds / 2);
  return (
    <div className={classes['charts']}>
      <div>
        <h3>Answers</h3>
        <Chart
          label="Answers over time"
          xName="When"
          time
          bars
          x={x}
          range={[0, null]}
          lines={[{ name: 'Answers', values: pieces.map(({ answered }) => answered) }]}
        />
      </div>
      <div>
        <h3>Time to answer</h3>
        <Chart
          label="Time to answer over time"
          xName="When"
          time
          x={x}
          range={[0, null]}
          tell={millis}
          lines={[
            { name: '95 % within', values: pieces.map(({ latency_ms }) => latency_ms?.p95) },
            { name: 'Half within', values: pieces.map(({ latency_ms }) => latency_ms?.p50), dashed: true },
          ]}
        />
      </div>
    </div>
  );
}

function Confidence({ tenths }: { tenths: readonly number[] }) {
  const most = Math.max(1, ...tenths);
  const all = tenths.reduce((sum, count) => sum + count, 0);
  const unsure = tenths.slice(0, 6).reduce((sum, count) => sum + count, 0);
  if (all === 0) {
    return <p className={classes['quiet']}>No recording was answered.</p>;
  }
  return (
    <>
      <div className={classes['tenths']} role="img" aria-label="How many answers there are at each tenth of certainty">
        {tenths.map((count, i) => (
          <i key={i} style={{ height: `${(100 * count) / most}%` }} />
        ))}
      </div>
      <p className={classes['scale']}>
        <span>0 %</span>
        <span>50 %</span>
        <span>100 %</span>
      </p>
      <p className={classes['quiet']}>
        {unsure === 0
          ? 'No answer was below 60 %.'
          : `${percent(unsure / all)} of the answers were below 60 %: listen to those first.`}
      </p>
    </>
  );
}
