import { defineConfig } from 'vitest/config';

// Workspace packages are read from their sources, so that a test never runs against yesterday's build.
const packages = ['latent-class', 'core', 'formats', 'contract', 'store', 'server', 'cli'];

export default defineConfig({
  resolve: {
    alias: packages.map((name) => ({
      find: new RegExp(`^@bagom/${name}$`),
      replacement: new URL(`packages/${name}/src/index.ts`, import.meta.url).pathname,
    })),
  },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'packages/*/bench/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
