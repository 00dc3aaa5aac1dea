import type { Tokens } from '../design/useTokens';

type Colour = [red: number, green: number, blue: number];

/** 256 colours from silence to the loudest: sheet, accent, ink; each as the four bytes of a pixel. */
export function heat({ sunken, accent, ink }: Tokens): Uint32Array {
  const [low, middle, high] = [sunken, accent, ink].map(rgb);
  return Uint32Array.from({ length: 256 }, (_, i) => {
    const share = i / 255;
    const [red, green, blue] =
      share < 0.65 ? mixed(low, middle, share / 0.65) : mixed(middle, high, (share - 0.65) / 0.35);
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

/** 80 dB above the floor of the embedding is loud speech. */
const RANGE = Math.log(1e8);

/** Which of the colours a natural logarithm of power has, above a floor of power. */
export function colourOf(floor: number): (value: number) => number {
  const lowest = Math.log(floor);
  return (value) => Math.max(0, Math.min(255, Math.round((255 * (value - lowest)) / RANGE)));
}

function rgb(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mixed(a: Colour, b: Colour, share: number): Colour {
  return [0, 1, 2].map((i) => Math.round(a[i] + (b[i] - a[i]) * share)) as Colour;
}
