import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import classes from './Chart.module.css';
import { when } from './when';
import { short } from './short';
import { useTokens, type Tokens } from './useTokens';

/** One line of a chart; undefined where it was not measured. */
export type Line = { name: string; values: readonly (number | null | undefined)[]; dashed?: boolean; pale?: boolean };

type ChartProps = {
  /** What is drawn, in words. */
  label: string;
  x: readonly number[];
  /** What x is. */
  xName?: string;
  lines: readonly Line[];
  /** Whether x are seconds since 1970. */
  time?: boolean;
  height?: number;
  /** A value as people read it. */
  tell?: (value: number) => string;
  /** The lowest and highest value there may be; else what is measured decides. */
  range?: [number | null, number | null];
  bars?: boolean;
};

/** Lines over one axis, as wide as their place, with the values under the pointer. */
export function Chart({
  label,
  x,
  xName = 'Epoch',
  lines,
  time = false,
  height = 220,
  tell = short,
  range,
  bars = false,
}: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const tokens = useTokens();
  const names = lines.map(({ name, dashed, pale }) => `${name}${dashed ? '-' : ''}${pale ? '.' : ''}`).join('\n');
  const data = aligned(x, lines);

  useEffect(() => {
    const box = place.current;
    if (!box) {
      return undefined;
    }
    const made = new uPlot(
      {
        width: box.clientWidth,
        height,
        series: [
          { label: xName, value: (plotted, at: number | null) => xText(at ?? plotted.data[0].at(-1), time) },
          ...lines.map((line, i) => series(line, i, tokens, tell, bars)),
        ],
        axes: [
          { ...axis(tokens), size: time ? 42 : 28 },
          { ...axis(tokens), size: 56, values: (_, ticks) => ticks.map(tell) },
        ],
        scales: { x: { time }, y: range ? { range: (_, low, high) => within(range, low, high) } : {} },
        cursor: { y: false, points: { size: 8 } },
        legend: { live: true },
      },
      data,
      box,
    );
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: box.clientWidth, height }));
    observer.observe(box);
    return () => {
      observer.disconnect();
      made.destroy();
    };
    // Another name or colour draws it anew; another value only moves the lines.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [names, tokens, height, time, bars]);
  useEffect(() => plot.current?.setData(data), [data]);

  return (
    <figure className={classes['chart']} aria-label={`${label}. ${latest(lines, tell)}`}>
      <div ref={place} aria-hidden="true" />
    </figure>
  );
}

function aligned(x: readonly number[], lines: readonly Line[]): uPlot.AlignedData {
  return [[...x], ...lines.map(({ values }) => [...values])];
}

function series(
  line: Line,
  index: number,
  tokens: Tokens,
  tell: (value: number) => string,
  bars: boolean,
): uPlot.Series {
  const colour = line.pale ? tokens.soft : index === 0 ? tokens.accent : tokens.ink;
  return {
    label: line.name,
    stroke: colour,
    width: 2,
    ...(line.dashed ? { dash: [6, 4] } : {}),
    points: { show: line.values.length < 3, size: 6, fill: colour },
    spanGaps: true,
    ...(bars && index === 0 && uPlot.paths.bars
      ? { paths: uPlot.paths.bars({ size: [0.75, 60], radius: 0.25 }), fill: tokens.accent, points: { show: false } }
      : {}),
    // Where nothing is pointed at, the last value.
    value: (plotted, value: number | null | undefined, number, at) => {
      const told: unknown =
        at === null ? [...plotted.data[number]].findLast((each) => typeof each === 'number') : value;
      return typeof told === 'number' ? tell(told) : '–';
    },
  };
}

function axis(tokens: Tokens): uPlot.Axis {
  return {
    stroke: tokens.soft,
    font: '12px "Figtree Variable", sans-serif',
    grid: { stroke: tokens.line, width: 1 },
    ticks: { show: false },
  };
}

function within([low, high]: [number | null, number | null], least: number, most: number): [number, number] {
  const top = high ?? Math.max(most * 1.08, (low ?? least) + 1e-9);
  return [low ?? least, top];
}

/** The last value of every line, for those who cannot see it. */
function latest(lines: readonly Line[], tell: (value: number) => string): string {
  return lines
    .map(({ name, values }) => {
      const last = values.findLast((value) => value !== null && value !== undefined);
      return last === undefined ? '' : `${name}: ${tell(last)} at last`;
    })
    .filter(Boolean)
    .join('; ');
}

function xText(at: number | null | undefined, time: boolean): string {
  if (at === null || at === undefined) {
    return '';
  }
  return time ? when(1000 * at) : String(at);
}
