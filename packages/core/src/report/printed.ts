import { assess, type Assessment } from '../claims/assess.js';
import type { Claim } from '../claims/claim.js';
import { seenBy, veilOver, type Onlooker } from '../coding/blindness.js';
import type { ClassModel } from '../classes/class-model.js';
import { matrix, type Matrix } from '../comparison/matrix.js';
import { publishedTurns, type PrintedTurn } from '../masking/publish.js';
import type { StudyState } from '../study/state.js';
import type { SourceVersion } from '../transcripts/source.js';
import type { Block, Chapter, MatrixSpec } from './chapter.js';
import { gate, type GateReason } from './gate.js';

/** Where a printed quote comes from, down to the consent. */
export interface Provenance {
  blockId: string;
  sourceId: string;
  sourceTitle: string;
  from: number;
  to: number;
  participantId: string | null;
  consentId: string | null;
  consentGivenAt: string | null;
}

export type PrintedBlock =
  | { kind: 'prose'; blockId: string; text: string }
  | {
      kind: 'excerpt';
      blockId: string;
      leadIn: string;
      turns: PrintedTurn[];
      attribution: { name: string; age: number | null } | null;
      provenance: Provenance;
    }
  /** An excerpt that did not pass the gate: its place, and why. */
  | { kind: 'withheld'; blockId: string; leadIn: string; reasons: GateReason[] }
  | { kind: 'claim'; blockId: string; text: string; claim: Claim; assessment: Assessment }
  | {
      kind: 'matrix';
      blockId: string;
      caption: string;
      spec: MatrixSpec;
      matrix: Matrix;
      smallCell: number;
      /** Texts of which not all codings are counted, because they are still coded blind. */
      blindTexts: number;
    }
  | { kind: 'classes'; blockId: string; caption: string; model: ClassModel; indicators: string[] };

export interface PrintedChapter {
  chapterId: string;
  /** `2` or `2.1`: made from the order of the chapters, or brought along by the title; empty before the first. */
  number: string;
  level: number;
  title: string;
  blocks: PrintedBlock[];
}

/** A report as it would be printed now. */
export interface PrintedReport {
  title: string;
  language: 'da' | 'en';
  chapters: PrintedChapter[];
  /** Excerpts that the gate held back. */
  withheld: number;
  excerpts: number;
  persons: number;
}

/** What `printReport` needs besides the rows: the text of a source's current version. */
export type TextOf = (sourceId: string) => string;

/** A chapter as it is printed: under its number, which is its own where its title begins with one. */
export interface NumberedChapter {
  chapter: Chapter;
  number: string;
  level: number;
  title: string;
}

/** A title that brings its number along, as chapters read from a printed report do. */
const OWN_NUMBER = /^(\d+(?:\.\d+)*)\.?\s+(?=\S)/;

/**
 * Chapters in printing order, numbered; a chapter's sections follow it. Where siblings bring their own numbers, one without
 * goes on from the last, and one before the first (a preface) has none.
 */
export function chapterOrder(state: StudyState): NumberedChapter[] {
  const under = (parentId: string | null, prefix: string, level: number): NumberedChapter[] => {
    const siblings = [...state.chapters.values()]
      .filter((chapter) => chapter.parentId === parentId)
      .sort((a, b) => a.position - b.position);
    const own = siblings.map(({ title }) => OWN_NUMBER.exec(title)?.[1] ?? null);
    const firstOwn = own.findIndex((number) => number !== null);
    let last = 0;
    return siblings.flatMap((chapter, index) => {
      const given = own[index] ?? null;
      const unnumbered = given === null && index < firstOwn;
      last = given === null ? (unnumbered ? 0 : last + 1) : Number(given.slice(given.lastIndexOf('.') + 1));
      const number = given ?? (unnumbered ? '' : `${prefix}${last}`);
      const title = given === null ? chapter.title : chapter.title.replace(OWN_NUMBER, '');
      return [{ chapter, number, level, title }, ...under(chapter.id, number && `${number}.`, level + 1)];
    });
  };
  return under(null, '', 1);
}

/** The sources a report quotes: their texts must be at hand when it is printed. */
export function quotedSources(state: StudyState): string[] {
  return [
    ...new Set(
      [...state.blocks.values()].flatMap((b) => (b.kind === 'excerpt' && b.sourceId ? [b.sourceId] : [])),
    ),
  ];
}

/** Prints the report as somebody may see it: every quote passes the gate, every count is made anew. */
export function printReport(whole: StudyState, textOf: TextOf, who: Onlooker = null): PrintedReport {
  const state = seenBy(whole, who);
  const blindTexts = veilOver(whole, who)?.sourceIds.size ?? 0;
  const study = [...state.studies.values()][0];
  const versions = new Map<string, SourceVersion>();
  for (const version of state.sourceVersions.values())
    if (state.sources.get(version.sourceId)?.version === version.number)
      versions.set(version.sourceId, version);
  const blocksOf = new Map<string, Block[]>();
  for (const block of state.blocks.values()) {
    const list = blocksOf.get(block.chapterId);
    if (list) list.push(block);
    else blocksOf.set(block.chapterId, [block]);
  }
  const persons = new Set<string>();
  let excerpts = 0;
  let withheld = 0;

  const print = (block: Block): PrintedBlock[] => {
    const blockId = block.id;
    switch (block.kind) {
      case 'prose':
        return [{ kind: 'prose', blockId, text: block.text }];
      case 'excerpt': {
        const source = block.sourceId ? state.sources.get(block.sourceId) : undefined;
        const version = source && versions.get(source.id);
        if (!source || !version) return [];
        if (block.from === null || block.to === null) {
          withheld++;
          return [{ kind: 'withheld', blockId, leadIn: block.text, reasons: ['place-lost'] }];
        }
        const span = { from: block.from, to: block.to };
        const answer = gate(state, { sourceId: source.id, ...span });
        if (!answer.allowed) {
          withheld++;
          return [{ kind: 'withheld', blockId, leadIn: block.text, reasons: answer.reasons }];
        }
        excerpts++;
        const participant = source.participantId ? state.participants.get(source.participantId) : undefined;
        if (participant) persons.add(participant.id);
        const consent = [...state.consents.values()].find(
          (c) => c.participantId === participant?.id && !c.withdrawnAt,
        );
        return [
          {
            kind: 'excerpt',
            blockId,
            leadIn: block.text,
            turns: publishedTurns(state, source, textOf(source.id), version.turns, span),
            attribution: participant ? { name: participant.pseudonym, age: participant.age } : null,
            provenance: {
              blockId,
              sourceId: source.id,
              sourceTitle: source.title,
              ...span,
              participantId: participant?.id ?? null,
              consentId: consent?.id ?? null,
              consentGivenAt: consent?.givenAt ?? null,
            },
          },
        ];
      }
      case 'claim': {
        const claim = block.claimId ? state.claims.get(block.claimId) : undefined;
        return claim
          ? [{ kind: 'claim', blockId, text: block.text, claim, assessment: assess(state, claim) }]
          : [];
      }
      case 'matrix':
        return block.matrix
          ? [
              {
                kind: 'matrix',
                blockId,
                caption: block.text,
                spec: block.matrix,
                matrix: matrix(state, block.matrix),
                smallCell: study?.smallCell ?? 3,
                blindTexts,
              },
            ]
          : [];
      case 'classes': {
        const model = [...state.classModels.values()].find((m) => m.chosen);
        if (!model) return [];
        const indicators = model.indicators.map((id) => state.variables.get(id)?.label ?? id);
        return [{ kind: 'classes', blockId, caption: block.text, model, indicators }];
      }
    }
  };

  const chapters = chapterOrder(state).map(({ chapter, number, level, title }) => ({
    chapterId: chapter.id,
    number,
    level,
    title,
    blocks: (blocksOf.get(chapter.id) ?? []).sort((a, b) => a.position - b.position).flatMap(print),
  }));
  return {
    title: study?.title ?? '',
    language: study?.language ?? 'da',
    chapters,
    withheld,
    excerpts,
    persons: persons.size,
  };
}
