import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** A running Sala, which the client in development talks to. */
const server = process.env['SALA_SERVER'] ?? 'http://127.0.0.1:8181';

/** What comes with the first page is a few files instead of one for each set of pages that share it. */
const groups = [
  { name: 'base', tags: ['$initial' as const], test: /node_modules/, priority: 3 },
  { name: 'shell', tags: ['$initial' as const], priority: 2 },
  { name: 'list', test: /src\/grid\/ListPage/, priority: 1, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
];

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': server } },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups }, chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js` },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    css: false,
    testTimeout: 20000,
  },
});
