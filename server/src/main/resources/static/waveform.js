/** The samples of a recording's first channel; rejects if the browser cannot decode it. */
export async function decode(file) {
  const context = new OfflineAudioContext(1, 1, 44100);
  return (await context.decodeAudioData(await file.arrayBuffer())).getChannelData(0);
}

/** Draws the peaks of a recording. */
export function drawWaveform(canvas, samples) {
  const ratio = devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  const pitch = 4 * ratio;
  const columns = Math.floor(canvas.width / pitch);
  const peaks = Array.from({ length: columns }, (_, column) => peak(samples, column / columns, (column + 1) / columns));
  const loudest = Math.max(...peaks, 0.01);

  const paint = canvas.getContext("2d");
  paint.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue("--accent");
  paint.lineWidth = pitch / 2;
  paint.lineCap = "round";
  const middle = canvas.height / 2;
  peaks.forEach((value, column) => {
    const x = (column + 0.5) * pitch;
    const reach = (value / loudest) * (middle - pitch);
    paint.beginPath();
    paint.moveTo(x, middle - reach);
    paint.lineTo(x, middle + reach + 0.01);
    paint.stroke();
  });
}

function peak(samples, from, to) {
  let highest = 0;
  for (let i = Math.floor(from * samples.length); i < to * samples.length; i++) {
    highest = Math.max(highest, Math.abs(samples[i]));
  }
  return highest;
}
