// The twin of reading-plainly.mjs: the same columns by the reader of the project.
import { readSurveyChunks } from '@bagom/formats';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

const [path] = process.argv.slice(2);
const began = process.cpuUsage();
const { rows, columns } = await readSurveyChunks({
  name: path,
  chunks: () => createReadStream(path, { highWaterMark: 1024 * 1024 }),
  bytes: () => readFile(path),
});
const { user, system } = process.cpuUsage(began);
// What both must agree on.
const sum = columns.reduce(
  (sum, { values }) =>
    values.levels.reduce(
      (all, level) =>
        all + level * values.recoded((value) => Number(value === level)).reduce((n, is) => n + is, 0),
      sum,
    ),
  0,
);
console.log(JSON.stringify({ rows: rows, columns: columns.length, sum, seconds: (user + system) / 1e6 }));
