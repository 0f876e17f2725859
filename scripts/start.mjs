// npm start [-- STUDY] [--port N] [--no-open]: the workbench, on the demo study when none is named.
import { mkdirSync } from 'node:fs';
import { checkNode, ensureBuilt, ensureInstalled, root } from './ready.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
process.chdir(process.env.INIT_CWD ?? process.cwd());
mkdirSync(new URL('../.studies', import.meta.url), { recursive: true });
process.env.BAGOM_HOME ??= `${root}.studies`;
const { main } = await import('@bagom/cli');
process.exitCode = await main(['start', ...process.argv.slice(2)]);
