import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  root: 'renderer',
  // Absolute, since routes are paths: a page reloaded at /incident/42 has to find /assets.
  base: '/',
  publicDir: '../resources/public',
  define: { __BUILD__: JSON.stringify({ version }) },
  plugins: [react()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 4781, strictPort: false },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    // Data: URLs in place of small files would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
});
