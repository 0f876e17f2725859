import type { Inputs, Outputs } from '../api.js';

export type Report = Outputs['report']['read'];
export type Chapter = Report['chapters'][number];
export type PrintedBlock = Chapter['blocks'][number];
export type BlockKind = Inputs['report']['saveBlock']['kind'];
export type BlockRow = Inputs['report']['saveBlock'];
export type PrintedOf<K extends PrintedBlock['kind']> = Extract<PrintedBlock, { kind: K }>;

/** A chapter with the one above it, as the tree and the moves need it. */
export interface PlacedChapter extends Chapter {
  parentId: string | null;
  /** Its place among its siblings, and how many they are. */
  at: number;
  siblings: number;
}

/** Chapters come in printing order with a level; the one above is the nearest before with a lower level. */
export function placedChapters(chapters: readonly Chapter[]): PlacedChapter[] {
  const above: { id: string; level: number }[] = [];
  const counts = new Map<string | null, number>();
  const placed = chapters.map((chapter) => {
    while (above.length > 0 && above[above.length - 1]!.level >= chapter.level) above.pop();
    const parentId = above[above.length - 1]?.id ?? null;
    above.push({ id: chapter.chapterId, level: chapter.level });
    const at = counts.get(parentId) ?? 0;
    counts.set(parentId, at + 1);
    return { ...chapter, parentId, at, siblings: 0 };
  });
  return placed.map((chapter) => ({ ...chapter, siblings: counts.get(chapter.parentId) ?? 1 }));
}

const EMPTY = { sourceId: null, from: null, to: null, claimId: null, matrix: null };

/** A new block of a kind, to be filled in. */
export const emptyBlock = (chapterId: string, kind: BlockKind): BlockRow => ({
  ...EMPTY,
  chapterId,
  kind,
  text: '',
  ...(kind === 'matrix' ? { matrix: { rows: 'code' as const, cols: 'phase' as const, codes: [] } } : {}),
});

/** The row behind a printed block. A withheld excerpt's place is not printed with it; it is read from its trace. */
export function rowOf(block: PrintedBlock, chapterId: string): BlockRow | null {
  const row = { ...EMPTY, id: block.blockId, chapterId };
  switch (block.kind) {
    case 'prose':
      return { ...row, kind: 'prose', text: block.text };
    case 'excerpt': {
      const { sourceId, from, to } = block.provenance;
      return { ...row, kind: 'excerpt', text: block.leadIn, sourceId, from, to };
    }
    case 'claim':
      return { ...row, kind: 'claim', text: block.text, claimId: block.claim.id };
    case 'matrix':
      return { ...row, kind: 'matrix', text: block.caption, matrix: block.spec };
    case 'classes':
      return { ...row, kind: 'classes', text: block.caption };
    case 'withheld':
      return null;
  }
}

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();
/** As many letters as make a passage unlikely to stand in two blocks. */
const ENOUGH = 48;

/** The block in whose words a passage of the audit stands, or null. The audit cuts passages with `…`; the cuts are left off. */
export function blockWith({ chapters }: Report, words: string): string | null {
  const wanted = flat(words)
    .replace(/^… | …$|…$/gu, '')
    .replace(/^[^:]{1,30}: /u, '')
    .slice(0, ENOUGH);
  if (wanted.length < 16) return null;
  for (const { blocks } of chapters)
    for (const block of blocks) if (flat(wordsOf(block)).includes(wanted)) return block.blockId;
  return null;
}

function wordsOf(block: PrintedBlock): string {
  switch (block.kind) {
    case 'prose':
      return block.text;
    case 'excerpt':
      return [block.leadIn, ...block.turns.map(({ text }) => text)].join(' ');
    case 'withheld':
      return block.leadIn;
    case 'claim':
      return `${block.text} ${block.claim.statement}`;
    case 'matrix':
    case 'classes':
      return block.caption;
  }
}
