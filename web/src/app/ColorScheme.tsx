import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { MoonIcon, SunIcon } from '../design/icons';

/** Light or dark; what the system says until one is chosen. */
export function ColorScheme() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = shown === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      radius="xl"
      c="var(--soft)"
      aria-label={`Switch to ${other}`}
      onClick={() => setColorScheme(other)}
    >
      {shown === 'light' ? <MoonIcon /> : <SunIcon />}
    </ActionIcon>
  );
}
