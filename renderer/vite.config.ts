import react from '@vitejs/plugin-react';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The window and the preview's frame: two pages of the app's own scheme. */
export default defineConfig({
  root: here,
  // Relative addresses: the pages are served from the app's scheme, whose host Vite need not know.
  base: './',
  envDir: false,
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    outDir: path.join(here, '../out/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    // Vite warns of downloads that are too long; these files are read from the disk.
    chunkSizeWarningLimit: 10_000,
    // The content security policy allows no data: fonts or images.
    assetsInlineLimit: 0,
    // The polyfill is an inline need of old browsers; this one knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: path.join(here, 'index.html'), preview: path.join(here, 'preview.html') },
    },
  },
});
