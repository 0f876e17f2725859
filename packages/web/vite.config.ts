import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export const config = defineConfig({
  plugins: [react()],
  // The server's policy has no data: scripts or styles; fonts stay files so that they are cached between starts.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
});

// Vite reads a default export and nothing else.
export default config;
