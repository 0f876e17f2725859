import {
  NEW_CODE,
  BagomError,
  insert,
  phaseOfPrintedAge,
  type Block,
  type Chapter,
  type Code,
  type Draft,
  type Participant,
  type PublishedReport,
  type PublishedSection,
  type StudyState,
} from '@bagom/core';
import { decodeText, readReport } from '@bagom/formats';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { quoteHash, short } from '../handlers/api.js';
import { excerptText } from './excerpt-text.js';
import { made, type ImportNote, type ImportOptions, type ImportSummary } from './import-summary.js';

/** What stands before the first numbered heading. */
const FRONT = { da: 'Før første kapitel', en: 'Before the first chapter' };
/** The coder whose codings are the report's own: an excerpt stands in the section it was printed in. */
const CODER = { name: 'Rapporten', initials: 'RP' };

/**
 * Reads a published report back into a study: its people, a source for each excerpt, its sections as codes and chapters, its
 * prose as blocks. What the reading had to forgive is told line by line.
 */
export async function importReport(
  study: StudyFile,
  bytes: Uint8Array,
  { fileName, dryRun }: ImportOptions,
): Promise<ImportSummary> {
  const report = reportIn(bytes, fileName);
  const notes: ImportNote[] = report.anomalies.map(({ line, kind, text }) => ({ line, kind, text }));
  const language = [...study.state.studies.values()][0]?.language ?? 'da';
  const coder = [...study.state.coders.values()].find(({ initials }) => initials === CODER.initials);
  const coderId = coder?.id ?? newId();
  const people = peopleOf(study.state, report, notes);
  const codes = codesOf(study.state, report);
  const chapters = chaptersOf(study.state, report, FRONT[language]);
  const original = dryRun ? '' : await study.keepOriginal(bytes);

  const drafts: Draft[] = [];
  const blobs: ReturnType<typeof blobOf>[] = [];
  const blocks: (Omit<Block, 'position'> & { line: number })[] = [];
  const leadIns = new Set<number>();
  const counts = { turns: 0, marks: 0, codings: 0 };
  const ofPerson = new Map<string, number>();
  const createdAt = new Date().toISOString();
  for (const excerpt of report.excerpts) {
    const { text, turns, marks } = excerptText(excerpt);
    const blob = blobOf(text);
    const id = newId();
    const nth = (ofPerson.get(excerpt.person) ?? 0) + 1;
    ofPerson.set(excerpt.person, nth);
    const span = { from: 0, to: text.length - 1 };
    blobs.push(blob);
    counts.turns += turns.length;
    counts.marks += marks.length;
    drafts.push(
      insert('sources', {
        id,
        title: `${excerpt.person} ${nth}`,
        kind: 'excerpt',
        participantId: people.ids.get(excerpt.person) ?? null,
        language,
        fileName,
        original,
        fromLine: excerpt.fromLine,
        toLine: excerpt.toLine,
        version: 1,
      }),
      insert('sourceVersions', {
        id: newId(),
        sourceId: id,
        number: 1,
        text: blob.hash,
        length: text.length,
        turns,
        marks,
        reason: '',
      }),
    );
    const codeId = excerpt.section === null ? undefined : codes.ids.get(excerpt.section);
    if (codeId === undefined)
      notes.push({ line: excerpt.fromLine, kind: 'excerpt-outside-sections', text: excerpt.person });
    else {
      counts.codings++;
      const quote = quoteHash(text.slice(span.from, span.to));
      drafts.push(
        insert('codings', {
          id: newId(),
          sourceId: id,
          version: 1,
          ...span,
          codeId,
          coderId,
          quoteHash: quote,
          createdAt,
        }),
      );
    }
    // The paragraph that leads in stands with its excerpt, so it is no block of its own.
    const before =
      excerpt.leadIn === '' ? -1 : report.paragraphs.findLastIndex(({ toLine }) => toLine < excerpt.fromLine);
    const leadIn = report.paragraphs[before]?.text === excerpt.leadIn ? excerpt.leadIn : '';
    if (leadIn !== '') leadIns.add(before);
    blocks.push({
      ...EMPTY_BLOCK,
      id: newId(),
      chapterId: chapters.idOf(excerpt.section),
      kind: 'excerpt',
      text: leadIn,
      sourceId: id,
      ...span,
      line: excerpt.fromLine,
    });
  }
  report.paragraphs.forEach(({ text, section, fromLine }, index) => {
    if (leadIns.has(index)) return;
    blocks.push({
      ...EMPTY_BLOCK,
      id: newId(),
      chapterId: chapters.idOf(section),
      kind: 'prose',
      text,
      line: fromLine,
    });
  });

  const summary = {
    as: 'report' as const,
    fileName,
    made: made({
      people: people.rows.length,
      excerpts: report.excerpts.length,
      turns: counts.turns,
      marks: counts.marks,
      codes: codes.rows.length,
      codings: counts.codings,
      chapters: chapters.rows.length,
    }),
    notes: notes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
  if (dryRun) return { ...summary, id: null };
  const first: Draft[] = [
    ...people.rows.map((row) => insert('participants', row)),
    ...(coder ? [] : [insert('coders', { id: coderId, ...CODER })]),
    ...codes.rows.map((row) => insert('codes', row)),
  ];
  const positions = new Map<string, number>();
  const last: Draft[] = [
    ...chapters.rows.map((row) => insert('chapters', row)),
    ...blocks
      .sort((a, b) => a.line - b.line)
      .map((placed) => {
        const { line: _, ...block } = placed;
        const position = positions.get(block.chapterId) ?? 0;
        positions.set(block.chapterId, position + 1);
        return insert('blocks', { ...block, position });
      }),
  ];
  await study.commit('report.import', short(report.title || fileName), [...first, ...drafts, ...last], blobs);
  return { ...summary, id: chapters.rows[0]?.id ?? null };
}

const EMPTY_BLOCK = { text: '', sourceId: null, from: null, to: null, claimId: null, matrix: null };

/** A dry run, the import and its summary are of the same bytes: they are read once. */
const readings = new WeakMap<Uint8Array, PublishedReport>();

/** The report that a file holds; errors name the file. */
export function reportIn(bytes: Uint8Array, fileName: string): PublishedReport {
  const known = readings.get(bytes);
  if (known) return known;
  const { text } = decodeText(bytes, fileName);
  try {
    const report = readReport(text);
    readings.set(bytes, report);
    return report;
  } catch (error) {
    if (error instanceof BagomError) throw new BagomError(error.code, { ...error.data, file: fileName });
    throw error;
  }
}

/** A participant for each pseudonym; one of the same name and age who is there already is the same person. */
function peopleOf(state: StudyState, report: PublishedReport, notes: ImportNote[]) {
  const ids = new Map<string, string>();
  const rows: Participant[] = [];
  let number = Math.max(0, ...[...state.participants.values()].map((p) => p.number));
  for (const { name, age } of report.people) {
    const known = [...state.participants.values()].find((p) => p.pseudonym === name && p.age === age);
    if (known) notes.push({ line: null, kind: 'person-already-there', text: name });
    const id = known?.id ?? newId();
    ids.set(name, id);
    if (known) continue;
    rows.push({
      id,
      number: ++number,
      pseudonym: name,
      age,
      phase: phaseOfPrintedAge(age),
      gender: null,
      channel: null,
      siteId: null,
      background: null,
      surveyClass: null,
      situation: '',
    });
  }
  return { ids, rows };
}

const parentOf = (number: string): string => number.slice(0, Math.max(0, number.lastIndexOf('.')));

/** The nearest section above that the report has: a heading may be missing in between. */
function aboveIn(ids: ReadonlyMap<string, string>, number: string): string | null {
  for (let above = parentOf(number); above !== ''; above = parentOf(above)) {
    const id = ids.get(above);
    if (id !== undefined) return id;
  }
  return null;
}

/** Sections with excerpts as a code tree, `4 Title` over `4.1 Title`. */
function codesOf(state: StudyState, report: PublishedReport): { ids: Map<string, string>; rows: Code[] } {
  const ids = new Map<string, string>();
  const rows: Code[] = [];
  const top =
    Math.max(-1, ...[...state.codes.values()].filter((c) => c.parentId === null).map((c) => c.position)) + 1;
  for (const { number, title, excerpts } of report.sections) {
    if (excerpts === 0) continue;
    const id = newId();
    ids.set(number, id);
    rows.push({
      ...NEW_CODE,
      id,
      parentId: aboveIn(ids, number),
      position: top + rows.length,
      name: short(`${number} ${title}`, 120),
      hue: Math.round(rows.length * 137.508) % 360,
    });
  }
  return { ids, rows };
}

/** Every section as a chapter, with its printed number in front of its title so that it survives. */
function chaptersOf(state: StudyState, { sections, excerpts, paragraphs }: PublishedReport, front: string) {
  const ids = new Map<string, string>();
  const rows: Chapter[] = [];
  const top =
    Math.max(-1, ...[...state.chapters.values()].filter((c) => c.parentId === null).map((c) => c.position)) +
    1;
  const add = (parentId: string | null, title: string): string => {
    const id = newId();
    rows.push({ id, parentId, position: top + rows.length, title });
    return id;
  };
  const needsFront = [...excerpts, ...paragraphs].some(({ section }) => section === null);
  const frontId = needsFront ? add(null, front) : '';
  for (const section of sections)
    ids.set(section.number, add(aboveIn(ids, section.number), titleOf(section)));
  return {
    rows,
    idOf: (section: string | null) => (section === null ? frontId : (ids.get(section) ?? frontId)),
  };
}

const titleOf = ({ number, title }: PublishedSection) => short(`${number} ${title}`, 300);
