import type { Draw } from '../design/Canvas';
import { drawMel } from '../features/drawMel';
import { SHOWN_SECONDS, type Session } from './Session';

/** The waveform of the last seconds. */
export function drawWaveform(session: Session): Draw {
  return (pen, width, height, { ink }) => {
    const { peaks } = session;
    const step = width / (SHOWN_SECONDS * 100);
    pen.fillStyle = ink;
    // A whole pixel each: half ones would be blended, which costs.
    const each = Math.max(1, Math.ceil(1 / step));
    for (let i = peaks.length % each; i < peaks.length; i += each) {
      const some = peaks.slice(i, i + each);
      const high = Math.max(...some.map(([, peak]) => peak));
      const low = Math.min(...some.map(([peak]) => peak));
      const top = Math.round((height / 2) * (1 - Math.min(1, high * GAIN)));
      const bottom = Math.round((height / 2) * (1 - Math.max(-1, low * GAIN)));
      pen.fillRect(
        Math.round(width - (peaks.length - i) * step),
        top,
        Math.max(1, Math.floor(step * each)),
        Math.max(1, bottom - top),
      );
    }
  };
}

/** Microphones speak softly. */
const GAIN = 2;

/** The log-mel of the last seconds. */
export function drawLogMel({ mel, melSettings }: Session): Draw {
  const columns = (SHOWN_SECONDS * melSettings.sampleRateHz) / melSettings.hopSamples;
  return (pen, width, height, tokens) => drawMel(mel, melSettings, columns)(pen, width, height, tokens);
}

/** Of more labels than this, the least probable are left out. */
const MOST_ROWS = 14;

/** How high the row of one label is, and its drawing in all. */
export function posteriorHeight(labels: number): number {
  return labels === 1 ? 140 : Math.min(MOST_ROWS, labels) * ROW;
}

const ROW = 26;

/** A row for each label: its probability over the last seconds as an outline, the threshold as a line, detections as marks. */
export function drawPosteriors(session: Session, threshold: number): Draw {
  return (pen, width, height, tokens) => {
    const rows = rowsOf(session);
    const rowHeight = height / rows.length;
    const at = (seconds: number) => width * (1 - (session.seconds - seconds) / SHOWN_SECONDS);
    rows.forEach((label, row) => {
      const bottom = (row + 1) * rowHeight - 3;
      const high = rowHeight - 6;
      drawThreshold(pen, bottom - high * threshold, width, tokens.line);
      drawOutline(pen, session, label, { at, bottom, high, colour: tokens.accent });
      pen.fillStyle = tokens.ink;
      pen.font = '550 12px Figtree Variable, sans-serif';
      pen.fillText(session.labels[label], 2, bottom - high / 2 + 4);
    });
    for (const mark of session.marks()) {
      const row = rows.indexOf(session.labels.indexOf(mark.label));
      if (row >= 0 && mark.endSeconds > session.seconds - SHOWN_SECONDS) {
        pen.strokeStyle = tokens.ink;
        pen.lineWidth = 1.5;
        pen.beginPath();
        pen.arc(at(mark.endSeconds), (row + 0.5) * rowHeight, 5, 0, 2 * Math.PI);
        pen.stroke();
      }
    }
  };
}

function rowsOf({ labels, hops }: Session): number[] {
  const all = labels.map((_, i) => i);
  if (labels.length <= MOST_ROWS) {
    return all;
  }
  const best = (label: number) => Math.max(0, ...hops.map(({ probabilities }) => probabilities[label]));
  return all
    .sort((a, b) => best(b) - best(a))
    .slice(0, MOST_ROWS)
    .sort((a, b) => a - b);
}

function drawThreshold(pen: CanvasRenderingContext2D, y: number, width: number, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash([3, 4]);
  pen.beginPath();
  pen.moveTo(0, y);
  pen.lineTo(width, y);
  pen.stroke();
  pen.setLineDash([]);
}

type Row = { at: (seconds: number) => number; bottom: number; high: number; colour: string };

function drawOutline(pen: CanvasRenderingContext2D, { hops }: Session, label: number, row: Row): void {
  if (hops.length === 0) {
    return;
  }
  pen.beginPath();
  pen.moveTo(row.at(hops[0].atSeconds), row.bottom);
  for (const { atSeconds, probabilities } of hops) {
    pen.lineTo(row.at(atSeconds), row.bottom - row.high * probabilities[label]);
  }
  pen.lineTo(row.at(hops[hops.length - 1].atSeconds), row.bottom);
  pen.closePath();
  pen.fillStyle = row.colour;
  pen.globalAlpha = 0.35;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = row.colour;
  pen.lineWidth = 1.4;
  pen.stroke();
}
