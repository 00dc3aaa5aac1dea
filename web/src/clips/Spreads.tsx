import { Button } from '@mantine/core';
import { useState } from 'react';
import { sentence } from '../api/explain';
import { short } from '../design/short';
import classes from './Clips.module.css';
import type { FeatureSpread } from './clips';

const FEW = 4;

/** How features are spread over the labels, what tells them apart best first, each with what that means. */
export function Spreads({ spreads }: { spreads: FeatureSpread[] }) {
  const [all, showAll] = useState(false);
  return (
    <>
      <div className={classes['spreads']}>
        {spreads.slice(0, all ? undefined : FEW).map((spread) => (
          <Spread key={spread.name} spread={spread} />
        ))}
      </div>
      {!all && spreads.length > FEW && (
        <Button variant="subtle" onClick={() => showAll(true)}>
          All {spreads.length}
        </Button>
      )}
    </>
  );
}

function Spread({ spread: { name, labels, reading } }: { spread: FeatureSpread }) {
  const least = Math.min(...labels.map(({ p5 }) => p5));
  const range = Math.max(1e-9, Math.max(...labels.map(({ p95 }) => p95)) - least);
  const at = (value: number) => `${(100 * (value - least)) / range}%`;
  const wide = (from: number, to: number) => ({ left: at(from), width: `${(100 * (to - from)) / range}%` });
  return (
    <figure className={classes['spread']}>
      <figcaption>
        <strong>{name.replaceAll('_', ' ')}</strong>
        {sentence(reading)}
      </figcaption>
      {labels.map(({ label, p5, p25, median, p75, p95 }) => (
        <div key={label} className={classes['spreadRow']}>
          <span>{label}</span>
          <span className={classes['box']} title={`${short(p5)} to ${short(p95)}, half of them below ${short(median)}`}>
            <i style={wide(p5, p95)} />
            <b style={wide(p25, p75)} />
            <u style={{ left: at(median) }} />
          </span>
        </div>
      ))}
      <p className={classes['scale']}>
        <span>{short(least)}</span>
        <span>{short(least + range)}</span>
      </p>
    </figure>
  );
}
