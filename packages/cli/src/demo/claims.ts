import { CASE_AXES, insert, type Draft, type Group } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, type Demo, type DemoCoding } from './demo.js';
import { materialError, oneOf, readTsv } from './tsv.js';

/** The literature that findings are read against. */
export async function addLiterature(demo: Demo): Promise<void> {
  const rows = await readTsv('literature.tsv', [
    'id',
    'authors',
    'year',
    'title',
    'about',
    'targetGroup',
    'intervention',
  ]);
  const drafts = rows.map(({ id: key, authors, year, title, about, targetGroup, intervention }) => {
    const id = newId();
    demo.references.set(key, id);
    return insert('references', { id, authors, year: Number(year), title, about, targetGroup, intervention });
  });
  await change(demo, 'reference.save', `${drafts.length}`, drafts);
}

const FILE = 'claims.tsv';

/** The claims, each with its passages for and against and the works it is read against. */
export async function addClaims(demo: Demo): Promise<void> {
  const rows = await readTsv(FILE, [
    'number',
    'statement',
    'quantifier',
    'group',
    'codes',
    'surveyFigure',
    'for',
    'against',
    'reference',
  ]);
  for (const row of rows) {
    const claimId = newId();
    const paths = row.codes.split(';').map((path) => path.trim());
    const codes = paths.map((path) => {
      const id = demo.codes.get(path);
      if (id === undefined) throw materialError(FILE, row.line, `no code ${path}`);
      return id;
    });
    const { number, statement, quantifier, surveyFigure } = row;
    const drafts: Draft[] = [
      insert('claims', {
        id: claimId,
        number: Number(number),
        statement,
        quantifier,
        group: groupOf(row.group, row.line),
        codes,
        chapterId: null,
        surveyFigure,
      }),
    ];
    for (const stance of ['for', 'against'] as const)
      for (const quoted of parts(row[stance], '||')) {
        const { id: codingId } = codingOf(demo, quoted, paths, row.line);
        drafts.push(insert('evidence', { id: newId(), claimId, codingId, stance, note: '' }));
      }
    for (const tied of parts(row.reference, ';')) {
      const [key = '', relation = ''] = tied.split(':');
      const referenceId = demo.references.get(key);
      if (referenceId === undefined) throw materialError(FILE, row.line, `no reference ${key}`);
      drafts.push(
        insert('claimReferences', {
          id: newId(),
          claimId,
          referenceId,
          relation: oneOf(['agrees', 'differs', 'extends'], relation, FILE, row.line),
        }),
      );
    }
    demo.claims.set(Number(number), claimId);
    await change(demo, 'claim.save', `${number}. ${statement.slice(0, 60)}`, drafts);
  }
}

/** `phase=young;gender=f`: the values that the persons of a claim share. */
function groupOf(words: string, line: number): Group {
  return Object.fromEntries(
    parts(words, ';').map((part) => {
      const [axis = '', value = ''] = part.split('=').map((side) => side.trim());
      return [oneOf(CASE_AXES, axis, FILE, line), value];
    }),
  );
}

/** The coding that a quote, or its beginning, stands for; of several, one with a code of the claim. */
function codingOf(demo: Demo, quoted: string, paths: readonly string[], line: number): DemoCoding {
  const [, person = '', quote = ''] = /^(\d+):(.*)$/s.exec(quoted) ?? [];
  const fitting = demo.codings.filter(
    (coding) => coding.number === Number(person) && coding.quote.startsWith(quote.trim()),
  );
  const ofClaim = fitting.find(({ path }) => paths.some((top) => path === top || path.startsWith(`${top}/`)));
  const coding = ofClaim ?? fitting[0];
  if (!coding || quote.trim() === '') throw materialError(FILE, line, `not coded: ${quoted.slice(0, 80)}`);
  return coding;
}

const parts = (words: string, between: string): string[] =>
  words.split(between).flatMap((part) => (part.trim() ? [part.trim()] : []));
