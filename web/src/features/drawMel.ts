import type { Draw } from '../design/Canvas';
import { colourOf, heat } from './heat';
import type { LogMelSettings } from './LogMel';

/** Draws frames of a log-mel, low bands below, so that the last frame ends at the right edge and `columns` fill the width. */
export function drawMel(frames: readonly Float32Array[], settings: LogMelSettings, columns: number): Draw {
  return (pen, width, height, tokens) => {
    const { bands, floor } = settings;
    if (frames.length === 0) {
      return;
    }
    const colours = heat(tokens);
    const colour = colourOf(floor);
    const image = new ImageData(frames.length, bands);
    const pixels = new Uint32Array(image.data.buffer);
    frames.forEach((frame, x) => {
      for (let band = 0; band < bands; band++) {
        pixels[(bands - 1 - band) * frames.length + x] = colours[colour(frame[band])];
      }
    });
    const sheet = new OffscreenCanvas(frames.length, bands);
    sheet.getContext('2d')?.putImageData(image, 0, 0);
    const drawn = (width * frames.length) / columns;
    pen.imageSmoothingEnabled = true;
    pen.drawImage(sheet, width - drawn, 0, drawn, height);
  };
}
