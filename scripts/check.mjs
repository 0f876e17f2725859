// npm run check: format, lint, boundaries, types and unit tests, in under a minute; all at once, each told when it is done.
import { spawn } from 'node:child_process';
import { checkNode, ensureInstalled, root } from './ready.mjs';

checkNode();
ensureInstalled();

const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;
const steps = {
  types: [node, 'node_modules/typescript/bin/tsc', '-b'],
  'types of tests': [node, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.tests.json'],
  format: [bin('oxfmt'), '--check'],
  lint: [bin('oxlint'), '--type-aware', '--quiet'],
  boundaries: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'packages'],
  'dead code': [bin('knip')],
  'unit tests': [node, 'node_modules/vitest/vitest.mjs', 'run', '--reporter=dot'],
};

/** One step, quiet when it passes. */
function step(name) {
  const [command, ...args] = steps[name];
  const began = Date.now();
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', BAGOM_QUICK: '1' },
    });
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('close', (code) => {
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
      );
      if (code !== 0) console.log(said);
      resolve(code === 0);
    });
  });
}

// What is built is what the linter, the walls and the tests' types read. The rest needs nothing built and begins at once.
const built = new Set(['types of tests', 'lint', 'boundaries']);
const types = step('types');
const passed = await Promise.all(
  Object.keys(steps).map((name) =>
    name === 'types' ? types : built.has(name) ? types.then(() => step(name)) : step(name),
  ),
);
process.exitCode = passed.every(Boolean) ? 0 : 1;
