import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Drawer,
  Modal,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

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

/** Warm greys: Mantine's own are blue beside our paper. */
const STONE: MantineColorsTuple = [
  '#faf8f5',
  '#f6f4f0',
  '#efebe4',
  '#e2dcd3',
  '#cfc7bc',
  '#a89f95',
  '#8b8178',
  '#655d55',
  '#3d3731',
  '#1d1a17',
];

const NIGHT: MantineColorsTuple = [
  '#f3eee8',
  '#d8d0c7',
  '#ada49a',
  '#7d736a',
  '#453f39',
  '#342f2a',
  '#282420',
  '#1e1b18',
  '#151311',
  '#0e0c0b',
];

/** Our accent is lighter in the dark, and what stands on it darker. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const ours = input.color === undefined || input.color === input.theme.primaryColor;
  if (ours && input.variant === 'filled') {
    return { ...usual, background: 'var(--accent)', hover: 'var(--accent-strong)', color: 'var(--on-accent)' };
  }
  if (ours && (input.variant === 'light' || input.variant === 'subtle')) {
    const background = input.variant === 'light' ? 'var(--wash)' : 'transparent';
    return { ...usual, background, hover: 'var(--wash)', color: 'var(--accent)' };
  }
  return usual;
};

const CLOSE = { 'aria-label': 'Close' };

/** Mantine, dressed: see tokens.css for the colours themselves. */
export const theme = createTheme({
  colors: { ember: EMBER, gray: STONE, dark: NIGHT },
  primaryColor: 'ember',
  primaryShade: { light: 7, dark: 5 },
  fontFamily: 'var(--text)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--display)', fontWeight: '650' },
  defaultRadius: 'md',
  radius: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1.25rem', xl: '2rem' },
  cursorType: 'pointer',
  variantColorResolver,
  components: {
    Button: Button.extend({ defaultProps: { radius: 'xl' }, styles: { root: { fontWeight: 600 } } }),
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', centered: true, overlayProps: { blur: 3 }, closeButtonProps: CLOSE },
    }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: CLOSE } }),
  },
});
