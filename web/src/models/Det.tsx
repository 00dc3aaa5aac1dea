import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Sheet } from '../design/Page';
import { Scroll } from '../design/Scroll';
import { deviate, detPath, place, SHARES } from './normalScale';
import { percent } from './metrics';
import classes from './Models.module.css';
import type { Det as Curve } from './report';
import type { OperatingPoint } from './versions';

/** What each threshold costs: what is missed against what is heard that was not said. */
export function Det({ curves, points }: { curves: Curve[]; points: OperatingPoint[] }) {
  const [chosen, choose] = useState(curves.at(0)?.label);
  const curve = curves.find(({ label }) => label === chosen);
  return (
    <Sheet
      title="Misses against false alarms"
      aside={
        curves.length > 1 && (
          <NativeSelect
            aria-label="Label"
            data={curves.map(({ label }) => label)}
            value={chosen ?? ''}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )
      }
    >
      {curve && <Drawn curve={curve} />}
      {points.length > 0 && <OperatingPoints points={points} />}
    </Sheet>
  );
}

function Drawn({ curve }: { curve: Curve }) {
  const equal = curve.equal_error_rate;
  return (
    <>
      <p className={classes['quiet']}>
        Where both are as frequent, {curve.label} is missed {percent(equal)} of the time. The further down and left, the
        better.
      </p>
      <svg className={classes['det']} viewBox="-12 -4 120 116" role="img" aria-label={`Misses of ${curve.label}`}>
        {SHARES.map((share) => {
          const line = place(deviate(share));
          return (
            <g key={share}>
              <path d={`M${line} 0V100M0 ${100 - line}H100`} className={classes['grid']} />
              <text x={line} y="106" textAnchor="middle">
                {100 * share}
              </text>
              <text x="-2" y={101.5 - line} textAnchor="end">
                {100 * share}
              </text>
            </g>
          );
        })}
        <text x="50" y="112" textAnchor="middle">
          false alarms in %
        </text>
        <text x="-9" y="50" textAnchor="middle" transform="rotate(-90 -9 50)">
          missed in %
        </text>
        <path d={detPath(curve.det)} className={classes['curve']} />
      </svg>
    </>
  );
}

function OperatingPoints({ points }: { points: OperatingPoint[] }) {
  return (
    <Scroll label="Thresholds and what they cost">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">Threshold</th>
            <th scope="col">Missed</th>
            <th scope="col">False alarms</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={`${point.label} ${point.threshold}`}>
              <th scope="row">{point.label}</th>
              <td>{point.threshold.toFixed(3)}</td>
              <td>
                {percent(point.missed_events / Math.max(1, point.events))} ({point.missed_events} of {point.events})
              </td>
              <td>
                {(point.false_alarms / Math.max(1e-9, point.negative_hours)).toFixed(2)} an hour ({point.false_alarms}{' '}
                in {point.negative_hours.toFixed(1)} h)
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
