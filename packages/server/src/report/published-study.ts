import {
  countSections,
  currentVersion,
  mentionsOf,
  peopleOfExcerpts,
  printReport,
  publishedText,
  quotedSources,
  replacementOf,
  type Onlooker,
  type PrintedBlock,
  type PrintedReport,
  type PublishedExcerpt,
  type PublishedParagraph,
  type PublishedReport,
  type PublishedSection,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { blockLines } from './block-lines.js';
import { words } from './words.js';

/** The report as it would be printed now, with the texts it quotes; for anybody to read unless it is said who does. */
export async function printedReport(study: StudyFile, who: Onlooker = null): Promise<PrintedReport> {
  const texts = new Map<string, string>();
  for (const id of quotedSources(study.state)) {
    const version = currentVersion(study.state, id);
    if (version) texts.set(id, await study.text(version.text));
  }
  return printReport(study.state, (id) => texts.get(id) ?? '', who);
}

/**
 * The study's report as a reader of the printed text would see it: what may leave, and nothing else. Lines count blocks in
 * printing order; they are no lines of a file.
 */
export async function studyAsPublishedReport(
  study: StudyFile,
  who: Onlooker = null,
): Promise<PublishedReport> {
  const printed = await printedReport(study, who);
  const w = words(printed.language);
  const sections: Pick<PublishedSection, 'number' | 'title' | 'level' | 'fromLine' | 'toLine'>[] = [];
  const excerpts: PublishedExcerpt[] = [];
  const paragraphs: PublishedParagraph[] = [];
  let line = 1;
  for (const { number, title, level, blocks } of printed.chapters) {
    const section = number === '' ? null : number;
    line++;
    if (section !== null) sections.push({ number, title, level, fromLine: line, toLine: line });
    const paragraph = (text: string) => {
      for (const part of text.split(/\n+/)) {
        if (part.trim() === '') continue;
        line++;
        paragraphs.push({ text: part.trim(), section, fromLine: line, toLine: line });
      }
    };
    for (const block of blocks) {
      if (block.kind !== 'excerpt') {
        for (const text of blockLines(block, w)) paragraph(text);
        continue;
      }
      if (block.attribution === null || block.attribution.age === null) continue;
      paragraph(block.leadIn);
      line++;
      excerpts.push({
        person: block.attribution.name,
        age: block.attribution.age,
        fromLine: line,
        toLine: line,
        section,
        leadIn: block.leadIn,
        turns: (await turnsOf(study, block)).map((turn) => ({ ...turn, fromLine: line, toLine: line })),
        marks: [],
      });
    }
  }
  const people = peopleOfExcerpts(excerpts);
  return {
    title: printed.title,
    lines: line,
    excerpts,
    people,
    sections: countSections(sections, excerpts),
    paragraphs,
    anomalies: [],
  };
}

/** An excerpt's turns. What was read from a printed report keeps its paragraphs; a transcript's line breaks mean nothing. */
async function turnsOf(study: StudyFile, { turns, provenance }: Extract<PrintedBlock, { kind: 'excerpt' }>) {
  const { state } = study;
  const source = state.sources.get(provenance.sourceId);
  const version = source && currentVersion(state, source.id);
  const keep = source?.kind === 'excerpt' && version ? await study.text(version.text) : null;
  const mentions = source ? mentionsOf(state, source.id, source.version) : [];
  const pseudonyms = new Set([...state.participants.values()].map(({ pseudonym }) => pseudonym));
  return turns.map(({ role, label, text, turn }) => {
    const own = version?.turns[turn];
    const span = own && { from: Math.max(own.from, provenance.from), to: Math.min(own.to, provenance.to) };
    return {
      role: role === 'interviewer' ? ('interviewer' as const) : ('interviewee' as const),
      // One person's words under another's name: a slip of the printed report that an audit must see.
      label: keep !== null && own?.label && pseudonyms.has(own.label) ? own.label : label,
      text:
        keep !== null && span
          ? publishedText(keep, span, mentions, (m) => replacementOf(state, m)).text
          : text,
    };
  });
}
