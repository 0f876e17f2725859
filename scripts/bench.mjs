// npm run bench: every measurement the project claims, medians and ratios, one after the other on a quiet machine.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './ready.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
const wanted = process.argv.slice(2);
const folder = join(root, 'tests/bench');
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .sort()) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  console.log(`\n${file.replace('.bench.mjs', '')}`);
  const { bench } = await import(pathToFileURL(join(folder, file)).href);
  await bench();
}
