import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export const config = defineConfig({
  // The page names the program and its version where a text made here goes to print.
  define: { BAGOM_VERSION: JSON.stringify(version) },
  plugins: [react()],
  // The server's policy has no data: scripts or styles; fonts stay files so that they are cached between starts.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
});

// Vite reads a default export and nothing else.
export default config;
