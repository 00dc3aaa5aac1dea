import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './bundle/firstLoad';
import { licences } from './bundle/licences';
import { precompressed } from './bundle/precompressed';

/** Where `npm run dev` finds the API. */
const SERVER = process.env['HEARKEN_URL'] ?? 'http://127.0.0.1:8000';

/** The aim for what a first visit loads as JavaScript, gzipped. */
const FIRST_LOAD_KILOBYTES = 200;

export default defineConfig({
  plugins: [react(), firstLoad(FIRST_LOAD_KILOBYTES), licences(), precompressed()],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 2048, chunkSizeWarningLimit: 600, reportCompressedSize: false },
  server: {
    proxy: {
      '/api': { target: SERVER, ws: true },
      '/health': SERVER,
      '/v3': SERVER,
      '/swagger-ui': SERVER,
      '/swagger-ui.html': SERVER,
    },
  },
});
