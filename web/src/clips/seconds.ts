/** A duration as people read it: 0.42 s, 12 s, 3 min 20 s, 2 h 5 min. */
export function seconds(duration: number): string {
  if (duration < 10) {
    return `${duration.toFixed(2)} s`;
  }
  const whole = Math.round(duration);
  if (whole < 60) {
    return `${whole} s`;
  }
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min${whole % 60 > 0 ? ` ${whole % 60} s` : ''}`
    : `${Math.floor(minutes / 60)} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
}
