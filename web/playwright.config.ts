import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';
import { amidSilence } from './e2e/microphone';

/** What the microphone hears, where there are recordings. */
const seven = `${process.env['HEARKEN_DATA'] ?? '../../shared/data'}/fsdd/recordings/7_jackson_0.wav`;

/** Drives Debian's own Chromium, whose microphone hears a real recording; checks' WebAppTest starts the server. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  // Time enough for a machine that has other things to do.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: process.env['CI'] ? 'dot' : 'list',
  outputDir: 'test-results',
  use: {
    baseURL: process.env['HEARKEN_URL'] ?? 'http://127.0.0.1:8000',
    permissions: ['microphone'],
    launchOptions: {
      executablePath: process.env['HEARKEN_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        ...(existsSync(seven) ? [`--use-file-for-fake-audio-capture=${amidSilence(seven, 1.2)}`] : []),
      ],
    },
  },
});
