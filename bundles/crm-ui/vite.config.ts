import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['SALA_SERVER'] ?? 'http://127.0.0.1:5180';

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': server } },
  build: { target: 'es2022', manifest: true, sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: false },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    css: false,
    testTimeout: 20000,
  },
});
