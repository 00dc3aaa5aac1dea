import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const NAMES = ['paper', 'card', 'sunken', 'ink', 'soft', 'line', 'accent', 'wash'] as const;

/** The colours of tokens.css, for what is drawn on a canvas. */
export type Tokens = Record<(typeof NAMES)[number], string>;

/** The colours as they are now; others once the page turns dark. */
export function useTokens(): Tokens {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return useMemo(() => {
    // The root wears the scheme before anything is drawn in it.
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Tokens;
  }, [scheme]);
}
