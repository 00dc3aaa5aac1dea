import type { Drift, Monitoring } from './monitoring';

/** What a verdict means to a person, and whether it is good, bad or neither. */
export type Verdict = { told: string; tone: 'good' | 'bad' | 'unsure' };

/** What is compared to notice drift, in words. */
export const SIGNALS: Record<Drift['signals'][number]['signal'], string> = {
  level_dbfs: 'Loudness',
  noise_dbfs: 'Background noise',
  centre_hz: 'Pitch of the sound',
  duration_seconds: 'Length',
  confidence: 'Certainty of the answers',
};

export function driftVerdict(verdict: Drift['verdict']): Verdict {
  switch (verdict) {
    case 'stable':
      return { told: 'What it hears is like what it learned from.', tone: 'good' };
    case 'moderate':
      return { told: 'What it hears has changed somewhat. Listen to some of it.', tone: 'unsure' };
    case 'large':
      return { told: 'What it hears has changed much. Label some of it and train again.', tone: 'bad' };
    case 'too_few':
      return { told: 'Too few answers to tell yet.', tone: 'unsure' };
    case 'no_reference':
      return { told: 'Nothing to compare with yet.', tone: 'unsure' };
  }
}

/** False alarms against what was agreed to, in a sentence. */
export function alarmVerdict({ verdict, per_hour, low, high, hours, contract }: Monitoring['false_alarms']): Verdict {
  if (verdict === 'nothing_heard' || per_hour === undefined) {
    return { told: 'Nobody has listened to live sound in this time.', tone: 'unsure' };
  }
  const between = low !== undefined && high !== undefined ? ` (${low.toFixed(2)} to ${high.toFixed(2)})` : '';
  const measured = `${per_hour.toFixed(2)} an hour${between} were reported in ${hours.toFixed(1)} h; ${contract} were agreed to.`;
  switch (verdict) {
    case 'kept':
      return { told: `${measured} That is kept.`, tone: 'good' };
    case 'broken':
      return { told: `${measured} That is too many.`, tone: 'bad' };
    case 'unsure':
      return { told: `${measured} Only longer listening can tell whether that is kept.`, tone: 'unsure' };
  }
}

/** Bytes as people read them. */
export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
