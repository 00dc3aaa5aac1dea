import type { Comparison } from '../runs/jobs';

/** Differences that chance makes this often are no differences. */
const CHANCE = 0.05;

/** What the comparison says, in a sentence. */
export function verdict({ fixed, broken, p_value: p }: Pick<Comparison, 'fixed' | 'broken' | 'p_value'>): string {
  if (fixed === 0 && broken === 0) {
    return 'Both get the same recordings right.';
  }
  const counts = `It gets ${fixed} right that the other gets wrong, and ${broken} wrong that the other gets right.`;
  if (p >= CHANCE) {
    return `${counts} Chance alone makes such a difference (p = ${p.toFixed(2)}): they are about as good.`;
  }
  return `${counts} Chance hardly makes such a difference (p = ${p.toPrecision(1)}): it is ${fixed > broken ? 'better' : 'worse'}.`;
}
