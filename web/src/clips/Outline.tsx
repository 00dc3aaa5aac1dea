import { useQuery } from '@tanstack/react-query';
import classes from './Clips.module.css';
import { outline } from './clips';
import { outlinePath } from './outlinePath';

type OutlineProps = {
  project: string;
  number: number;
  /** How far it was heard, 0 to 1. */
  share: number;
  points?: number;
  /** Not asked for while the page scrolls past. */
  wanted?: boolean;
};

/** A clip's waveform, the part that was heard in the accent's colour. */
export function Outline({ project, number, share, points = 64, wanted = true }: OutlineProps) {
  const { data } = useQuery({ ...outline(project, number, points), enabled: wanted });
  const path = data ? outlinePath(data.min, data.max) : 'M0 50H100';
  return (
    <svg className={classes['outline']} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
      {share > 0 && <path d={path} data-heard style={{ clipPath: `inset(0 ${100 * (1 - share)}% 0 0)` }} />}
    </svg>
  );
}
