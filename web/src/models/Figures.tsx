import { Sheet } from '../design/Page';
import { headline, percent, type Metrics } from './metrics';
import classes from './Models.module.css';
import type { Report } from './report';

/** What a version reaches, on what, and how sure that is. */
export function Figures({ metrics, report }: { metrics: Metrics; report: Report | undefined }) {
  const figure = headline(metrics);
  const leak = report?.data?.audit?.leak;
  return (
    <Sheet title="What it reaches">
      {figure ? (
        <p className={classes['headline']}>
          <strong>{figure.value}</strong> {figure.name}
          <span className={classes['quiet']}>
            {figure.of && ` ${figure.of}`}
            {figure.interval && `, between ${figure.interval} with 95 % certainty`}
            {metrics.protocol && `, ${metrics.protocol}`}
          </span>
        </p>
      ) : (
        <p className={classes['quiet']}>Nothing was measured when it was made.</p>
      )}
      <dl className={classes['figures']}>
        <Figure name="Every label counting alike" value={share(metrics.balanced_accuracy)} />
        <Figure name="Macro F1" value={share(metrics.macro_f1)} />
        <Figure name="AUC" value={metrics.auc?.toFixed(4)} />
        <Figure name="Off with its certainty (ECE)" value={share(metrics.ece)} />
      </dl>
      {leak && leak.difference > 0.02 && (
        <p className={classes['quiet']}>
          If speakers were on both sides of the split, the same recordings would promise {percent(leak.random_accuracy)}{' '}
          where strangers get {percent(leak.grouped_accuracy)}: figures without speakers flatter.
        </p>
      )}
    </Sheet>
  );
}

function Figure({ name, value }: { name: string; value: string | undefined }) {
  return value === undefined ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const share = (value: number | undefined) => (value === undefined ? undefined : percent(value));
