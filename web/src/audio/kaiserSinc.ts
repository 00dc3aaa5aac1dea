/**
 * The resampling filter of `core.audio`: a sinc under a Kaiser window, 100 dB of stop-band attenuation, pass band up to 0.91 of the lower
 * Nyquist frequency. Time is counted in samples of the slower side.
 */
const PASS_BAND = 0.91;
const STOP_BAND_ATTENUATION_DB = 100;
const BETA = 0.1102 * (STOP_BAND_ATTENUATION_DB - 8.7);
const CUT_OFF = (1 + PASS_BAND) / 2;

/** Half the filter's length, by Kaiser's estimate. */
export const HALF_WIDTH = (STOP_BAND_ATTENUATION_DB - 7.95) / (2.285 * Math.PI * (1 - PASS_BAND)) / 2;

const I0_OF_BETA = besselI0(BETA);

/** The impulse response at this time; its integral over all time is 1. */
export function kaiserSinc(time: number): number {
  const edge = time / HALF_WIDTH;
  if (Math.abs(edge) >= 1) {
    return 0;
  }
  const window = besselI0(BETA * Math.sqrt(1 - edge * edge)) / I0_OF_BETA;
  const angle = Math.PI * CUT_OFF * time;
  const sinc = Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
  return CUT_OFF * sinc * window;
}

/** The modified Bessel function of the first kind and order 0, by its power series. */
function besselI0(x: number): number {
  const square = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= square / (k * k);
    sum += term;
  }
  return sum;
}
