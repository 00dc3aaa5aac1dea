import { describe, expect, it } from 'vitest';
import { alarmVerdict, bytes, driftVerdict } from './words';

const alarms = { contract: 0.5, hours: 10, reported: 1, per_hour: 0.1, low: 0.01, high: 0.56 };

describe('false alarms against what was agreed', () => {
  it('tell figure, interval and hours', () => {
    expect(alarmVerdict({ ...alarms, verdict: 'unsure' })).toEqual({
      told: '0.10 an hour (0.01 to 0.56) were reported in 10.0 h; 0.5 were agreed to. Only longer listening can tell whether that is kept.',
      tone: 'unsure',
    });
    expect(alarmVerdict({ ...alarms, verdict: 'broken' }).tone).toBe('bad');
  });

  it('tell nothing where nobody listened', () => {
    expect(alarmVerdict({ contract: 0.5, hours: 0, reported: 0, verdict: 'nothing_heard' }).told).toContain('Nobody');
  });
});

describe('drift', () => {
  it('asks for labels only where it is large', () => {
    expect(driftVerdict('large').told).toContain('train again');
    expect(driftVerdict('stable').tone).toBe('good');
  });
});

describe('bytes', () => {
  it('are read in thousands', () => {
    expect([0, 999, 1500, 25_000_000, 3.2e12].map(bytes)).toEqual(['0 B', '999 B', '1.5 KB', '25 MB', '3.2 TB']);
  });
});
