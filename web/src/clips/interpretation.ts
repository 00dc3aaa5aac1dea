import type { Features } from './clips';

/** The pitch bands of the server's log-mel: Slaney's scale from 20 to 7600 Hz. */
const LOW_HZ = 20;
const HIGH_HZ = 7600;

/** Where Slaney's scale turns from linear to logarithmic. */
const TURN_HZ = 1000;
const TURN_MEL = 15;
const STEP = Math.log(6.4) / 27;

/** Frames this much below the loudest are silence, in decibels. */
const QUIET_DB = 30;
const DB_A_NEPER_OF_POWER = 10 / Math.LN10;

const mel = (hz: number) => (hz < TURN_HZ ? (3 * hz) / 200 : TURN_MEL + Math.log(hz / TURN_HZ) / STEP);
const hertz = (mels: number) => (mels < TURN_MEL ? (200 * mels) / 3 : TURN_HZ * Math.exp(STEP * (mels - TURN_MEL)));

/** The middle of a band, in Hz. */
export function bandHz(band: number, bands: number): number {
  const width = (mel(HIGH_HZ) - mel(LOW_HZ)) / (bands + 1);
  return hertz(mel(LOW_HZ) + width * (band + 1));
}

/** What a log-mel shows, in a sentence: when it sounds, and where most of its energy lies. */
export function tellMel({ values, channels, frames, hop_seconds }: Features): string {
  const powers = values.map((frame) => frame.reduce((sum, value) => sum + Math.exp(value), 0));
  const loudest = Math.max(...powers);
  const least = loudest * Math.exp(-QUIET_DB / DB_A_NEPER_OF_POWER);
  const sounding = powers.filter((power) => power > least).length;
  const energies = Array.from({ length: channels }, (_, band) =>
    values.reduce((sum, frame) => sum + Math.exp(frame[band]), 0),
  );
  const [low, high] = middle(energies, 0.8).map((band) => hz(bandHz(band, channels)));
  const share = Math.round((100 * sounding) / frames);
  return `It sounds for ${(sounding * hop_seconds).toFixed(2)} s, ${share} % of its time; most of the energy lies between ${low} and ${high}.`;
}

/** What the coefficients show: whether the sound is dark or bright, and how much it changes. */
export function tellMfcc({ values, frames }: Features): string {
  const second = values.map((frame) => frame[1]);
  const mean = second.reduce((sum, value) => sum + value, 0) / frames;
  const spread = Math.sqrt(second.reduce((sum, value) => sum + (value - mean) ** 2, 0) / frames);
  const tilt = mean > 0 ? 'dark: low pitches outweigh high ones' : 'bright: high pitches outweigh low ones';
  const change = spread > Math.abs(mean) / 2 ? 'and changes much, as speech does' : 'and hardly changes';
  return `On the whole it is ${tilt}, ${change}. The second coefficient is ${mean.toFixed(0)} ± ${spread.toFixed(0)}.`;
}

/** The first and last of the bands that hold this share of the energy, as much left away below as above. */
function middle(energies: readonly number[], share: number): [number, number] {
  const all = energies.reduce((sum, energy) => sum + energy, 0);
  const below = (limit: number) => {
    let sum = 0;
    const band = energies.findIndex((energy) => (sum += energy) >= limit * all);
    return band < 0 ? energies.length - 1 : band;
  };
  return [below((1 - share) / 2), below((1 + share) / 2)];
}

/** To two digits: nobody hears more. */
function hz(value: number): string {
  const digits = 10 ** (Math.floor(Math.log10(value)) - 1);
  return `${(Math.round(value / digits) * digits).toLocaleString('en')} Hz`;
}
