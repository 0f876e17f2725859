// Commits in a loop and says each committed number, until it is killed. Half of the commits undo.
import { writeSync } from 'node:fs';
import { blobOf, createStudy, newId, openStudy } from '../../packages/store/dist/index.js';

const [location, create] = process.argv.slice(2);
const study =
  create === 'create'
    ? await createStudy(location, { title: 'kill', language: 'da', actor: 'writer' })
    : await openStudy(location, { actor: 'writer' });
writeSync(1, 'open\n');

const code = (id, position) => ({
  id,
  parentId: null,
  position,
  name: `code ${position}`,
  definition: 'x'.repeat(500),
  use: '',
  useNot: '',
  example: '',
  origin: 'inductive',
  hue: 0,
});

for (let i = 0; ; i++) {
  const drafts = Array.from({ length: 1 + (i % 20) }, () => ({
    do: 'insert',
    table: 'codes',
    row: code(newId(), i),
  }));
  const blobs = i % 5 === 0 ? [blobOf(`blob ${newId()}`.repeat(1000))] : [];
  const operation =
    i % 4 === 3 ? await study.undo() : await study.commit('code.add', `code ${i}`, drafts, blobs);
  // Straight to the pipe: what was said to be committed must not wait in a buffer of the process that dies.
  writeSync(1, `${operation.seq} ${operation.hash}\n`);
}
