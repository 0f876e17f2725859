import { defineConfig } from 'vitest/config';

// Workspace packages are read from their sources, so that a test never runs against yesterday's build.
const packages = ['latent-class', 'core', 'formats', 'contract', 'store', 'server', 'cli'];

const SLOW = [
  'reference',
  'of-the-field',
  'report-study',
  'random-edits',
  'strangers',
  'hostile',
  'build',
  'search-on-threads',
  'claims-and-form',
  'class-analyses',
  'classes/classes',
  'retrieve',
  'restriction/ordinal',
  'merge-studies',
  'convergence',
  'csv/chunks',
  'inference/standard-errors',
  'text/span-index',
  'report/read',
  'structural/groups',
  'structural/one-step',
  'latent-class/src/readme',
  'veil/routes',
  'double-coding.routes',
  'copy-study',
  'opened-key',
  'read-on-thread',
].map((name) => `**/*${name}.test.ts`);

export default defineConfig({
  resolve: {
    alias: packages.map((name) => ({
      find: new RegExp(`^@bagom/${name}$`),
      replacement: new URL(`packages/${name}/src/index.ts`, import.meta.url).pathname,
    })),
  },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'packages/*/bench/**/*.test.ts'],
    // `npm run check` leaves what takes seconds to `npm test`: reference data, kept seeds, the whole demo, other engines' files.
    exclude: process.env['BAGOM_QUICK'] ? SLOW : [],
    // Modules are read once for all files: no test here changes one.
    isolate: false,
    pool: 'threads',
    testTimeout: 30_000,
  },
});
