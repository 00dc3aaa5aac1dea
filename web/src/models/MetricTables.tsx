import { Sheet } from '../design/Page';
import { Scroll } from '../design/Scroll';
import { percent, type Metrics } from './metrics';
import classes from './Models.module.css';

/** How well each label is found. */
export function LabelTable({ labels }: { labels: NonNullable<Metrics['per_label']> }) {
  return (
    <Sheet title="Label by label">
      <Scroll label="Label by label">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Label</th>
              <th scope="col">Recordings</th>
              <th scope="col">Found (recall)</th>
              <th scope="col">Right when said (precision)</th>
              <th scope="col">F1</th>
            </tr>
          </thead>
          <tbody>
            {labels.map(({ label, n, recall, precision, f1 }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{n}</td>
                <td>{percent(recall)}</td>
                <td>{percent(precision)}</td>
                <td>{percent(f1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  );
}

/** How well each speaker or source is understood, the worst first. */
export function GroupTable({ groups }: { groups: NonNullable<Metrics['groups']> }) {
  const sorted = [...groups].sort((a, b) => a.accuracy - b.accuracy);
  return (
    <Sheet title="Speaker by speaker">
      <p className={classes['quiet']}>None of them was learned from. The worst stands first.</p>
      <Scroll label="Speaker by speaker">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Speaker or source</th>
              <th scope="col">Right</th>
              <th scope="col">Of</th>
              <th scope="col">With 95 % certainty</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ group, correct, n, accuracy, accuracy_ci95: [low, high] }) => (
              <tr key={group}>
                <th scope="row">{group}</th>
                <td>
                  <span className={classes['meter']} aria-hidden="true">
                    <i style={{ width: `${100 * accuracy}%` }} />
                  </span>{' '}
                  {percent(accuracy)}
                </td>
                <td>
                  {correct} of {n}
                </td>
                <td>
                  {percent(low)} to {percent(high)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  );
}
