#!/usr/bin/env node
import module from 'node:module';

// From Node 22.1 on, compiled code is kept between runs: a start is then a third shorter.
module.enableCompileCache?.();
const { main } = await import('../dist/index.js');
process.exitCode = await main(process.argv.slice(2));
