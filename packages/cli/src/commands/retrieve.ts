import { hasWords, readQuery, retrieve, type Retrieval, type StudyState } from '@bagom/core';
import { extname } from 'node:path';
import { codesAt, pathsOf } from '../code-paths.js';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { refuseStudy, writeWhole } from '../files.js';
import { groupIn } from '../group-in.js';
import type { Messages } from '../language.js';
import { coderNamed } from '../named.js';
import { passagesCsv, passagesReport, type Retrieved } from '../retrieved.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { wrap } from '../table.js';
import { UsageError } from '../usage-error.js';
import { withStudy } from '../with-study.js';

/** Passages shown on the screen where nothing else is asked for; a file has all. */
const SHOWN = 20;

export const retrieveCommand = command({
  name: 'retrieve',
  operands: [{ name: 'STUDY', required: true }],
  options: {
    code: { kind: 'texts', value: 'PATH' },
    where: { kind: 'texts', value: 'AXIS=VALUE' },
    coder: { kind: 'text', value: 'NAME' },
    text: { kind: 'text', value: 'WORDS' },
    limit: { kind: 'whole', value: 'N', min: 1, max: 1_000_000 },
    out: { kind: 'text', value: 'FILE' },
    ...SIGHT_OPTIONS,
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { out, text, limit = json || out !== undefined ? Infinity : SHOWN } = options;
    // Before the study is opened: it may be the study itself that would be overwritten.
    if (out !== undefined) await refuseStudy(out);
    const write = out === undefined ? undefined : WRITERS[extname(out).toLowerCase()];
    if (out !== undefined && !write)
      throw new UsageError('usage.bad-value', {
        option: '--out',
        given: out,
        allowed: Object.keys(WRITERS).join(', '),
      });
    groupIn(null, options.where);
    const { found, bytes, sight } = await withStudy(name, 'read', async (study) => {
      const { state } = study;
      const sight = sightOf(state, options, { io, messages });
      const paths = pathsOf(state);
      const asked: Retrieval = {
        codes: codesAt(options.code, paths),
        group: groupIn(state, options.where),
        ...(options.coder === undefined ? {} : { coderId: coderNamed(state, options.coder, '--coder') }),
      };
      const { readPassages } = await import('@bagom/server');
      const fit = retrieve(sight.seen, asked);
      // Words are looked for as they may be printed: a masked name is found nowhere.
      const wanted = text === undefined ? undefined : readQuery(text);
      const read = await readPassages(study, wanted ? fit : fit.slice(0, limit));
      const kept = read.filter(
        ({ sourceId, text }) =>
          !wanted || hasWords(text, state.sources.get(sourceId)?.language ?? '', wanted),
      );
      const all: readonly { participantId: string | null }[] = wanted ? kept : fit;
      const pathOf = new Map([...paths].map(([path, id]) => [id, path]));
      const found: Retrieved = {
        passages: kept
          .slice(0, limit)
          .map(({ sourceTitle, version, pseudonym, age, from, to, text, codings, mayPrint }) => ({
            source: sourceTitle,
            version,
            person: pseudonym,
            age,
            from,
            to,
            text,
            codes: [...new Set(codings.map(({ codeId }) => pathOf.get(codeId) ?? codeId))],
            mayPrint,
          })),
        total: all.length,
        persons: new Set(all.flatMap(({ participantId }) => participantId ?? [])).size,
      };
      return { found, bytes: await write?.(found, state, messages), sight };
    });
    if (out !== undefined && bytes !== undefined) await writeWhole(out, bytes);
    const { passages, total, persons } = found;
    const withheld = out === undefined ? 0 : passages.filter(({ mayPrint }) => !mayPrint).length;
    if (json) {
      const told = out === undefined ? found : { file: out, total, persons, withheld };
      io.out(JSON.stringify({ ...told, ...leftOutField(sight) }));
    } else if (out === undefined) io.out(drawn(found, messages));
    else {
      io.out(messages.retrieve.written(out, passages.length, total, persons));
      if (withheld > 0) io.out(messages.retrieve.withheld(withheld));
    }
    return EXIT.done;
  },
});

type Write = (found: Retrieved, state: StudyState, messages: Messages) => Promise<Uint8Array | string>;

/** How passages are written, by the ending of the file. */
const WRITERS: Readonly<Record<string, Write>> = {
  '.csv': async (found) => passagesCsv(found),
  '.docx': async (found, state, messages) =>
    (await import('@bagom/server')).reportDocx(passagesReport(found, state, messages)),
  '.html': async (found, state, messages) =>
    (await import('@bagom/server')).reportHtml(passagesReport(found, state, messages)),
};

function drawn({ passages, total, persons }: Retrieved, { retrieve: say }: Messages): string {
  const blocks = passages.map(({ source, person, age, text, codes, mayPrint }) => {
    const who = person === null ? source : say.who(person, age);
    const note = mayPrint ? '' : ` [${say.mayNotPrint}]`;
    return `${text
      .split('\n')
      .map((line) => wrap(line, 100))
      .join('\n')}\n  (${who})${note}  ${codes.join(' · ')}`;
  });
  return [...blocks, say.sum(passages.length, total, persons)].join('\n\n');
}
