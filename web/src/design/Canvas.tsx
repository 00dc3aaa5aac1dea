import { useEffect, useEffectEvent, useRef } from 'react';
import classes from './Canvas.module.css';
import { useTokens, type Tokens } from './useTokens';

/** Draws on a canvas of this size, in CSS pixels. */
export type Draw = (pen: CanvasRenderingContext2D, width: number, height: number, tokens: Tokens) => void;

type CanvasProps = {
  /** What is shown, in words. */
  label: string;
  height: number;
  draw: Draw;
  /** How often it is drawn anew; 0 draws it when its size, its colours or `draw` change. */
  framesPerSecond?: number;
};

/** A drawing as wide as its place, sharp on every screen. */
export function Canvas({ label, height, draw, framesPerSecond = 0 }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const tokens = useTokens();
  const paint = useEffectEvent(() => {
    const place = canvas.current;
    const pen = place?.getContext('2d');
    if (!place || !pen || place.clientWidth === 0) {
      return;
    }
    const scale = Math.min(2, devicePixelRatio);
    const width = place.clientWidth;
    if (place.width !== Math.round(width * scale)) {
      place.width = Math.round(width * scale);
      place.height = Math.round(height * scale);
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    draw(pen, width, height, tokens);
  });

  useEffect(() => paint(), [draw, tokens, height]);
  useEffect(() => {
    const observer = new ResizeObserver(() => paint());
    if (canvas.current) {
      observer.observe(canvas.current);
    }
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (framesPerSecond === 0) {
      return undefined;
    }
    const timer = setInterval(() => document.visibilityState === 'visible' && paint(), 1000 / framesPerSecond);
    return () => clearInterval(timer);
  }, [framesPerSecond]);

  return (
    <span role="img" aria-label={label} className={classes['frame']}>
      <canvas ref={canvas} className={classes['canvas']} style={{ height }} />
    </span>
  );
}
