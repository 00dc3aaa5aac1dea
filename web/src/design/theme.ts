import { Button, createTheme, Modal, type MantineColorsTuple } from '@mantine/core';

const EMBER: MantineColorsTuple = [
  '#fff3ec',
  '#fbe9df',
  '#f6cdb6',
  '#f1ac86',
  '#ec8f5d',
  '#e8793d',
  '#dd6222',
  '#c2410c',
  '#a8380a',
  '#8a2d07',
];

/** Mantine, dressed: see tokens.css for the colours themselves. */
export const theme = createTheme({
  colors: { ember: EMBER },
  primaryColor: 'ember',
  primaryShade: { light: 7, dark: 5 },
  fontFamily: 'var(--text)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--display)', fontWeight: '650' },
  defaultRadius: 'md',
  radius: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1.25rem', xl: '2rem' },
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { radius: 'xl' }, styles: { root: { fontWeight: 600 } } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true, overlayProps: { blur: 3 } } }),
  },
});
