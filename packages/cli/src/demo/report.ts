import { insert, update, type Block, type Draft, type MatrixAxis } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, type Demo } from './demo.js';
import { locate } from './locate.js';
import { materialError, materialText, oneOf } from './tsv.js';

const FILE = 'report.md';
const AXES: readonly MatrixAxis[] = [
  'code',
  'section',
  'phase',
  'complexity',
  'gender',
  'background',
  'channel',
  'site',
];

/**
 * The report: `#` and `##` begin chapters and sections, paragraphs are prose, and a line that begins with a colon stands for
 * an excerpt, a claim, a matrix or the classes.
 */
export async function addReport(demo: Demo): Promise<void> {
  const lines = (await materialText(FILE)).split('\n');
  let parent: { id: string; sections: number } | undefined;
  let chapters = 0;
  let current: { id: string; title: string; blocks: number; drafts: Draft[] } | undefined;
  let prose: string[] = [];
  const finish = async () => {
    if (current) await change(demo, 'chapter.save', current.title, current.drafts);
    current = undefined;
  };
  const add = (block: Partial<Block> & Pick<Block, 'kind'>, line: number) => {
    if (!current) throw materialError(FILE, line, 'before the first chapter');
    const empty = { text: '', sourceId: null, from: null, to: null, claimId: null, matrix: null };
    const id = newId();
    current.drafts.push(
      insert('blocks', { ...empty, ...block, id, chapterId: current.id, position: current.blocks++ }),
    );
    if (block.claimId) current.drafts.push(update('claims', block.claimId, { chapterId: current.id }));
  };
  const endParagraph = (line: number) => {
    if (prose.length > 0) add({ kind: 'prose', text: prose.join(' ') }, line);
    prose = [];
  };
  for (const [index, text] of [...lines, ''].entries()) {
    const line = index + 1;
    const heading = /^(##?) (.+)$/.exec(text);
    if (heading || text.trim() === '' || text.startsWith(':')) endParagraph(line);
    if (heading) {
      await finish();
      const [, signs, title = ''] = heading;
      const id = newId();
      const parentId = signs === '##' ? (parent?.id ?? null) : null;
      const position = parentId && parent ? parent.sections++ : chapters++;
      if (!parentId) parent = { id, sections: 0 };
      current = { id, title, blocks: 0, drafts: [insert('chapters', { id, parentId, position, title })] };
    } else if (text.startsWith(':')) add(await directive(demo, text, line), line);
    else if (text.trim() !== '') prose.push(text.trim());
  }
  await finish();
}

/** A block that is made of something else in the study. */
async function directive(
  demo: Demo,
  text: string,
  line: number,
): Promise<Partial<Block> & Pick<Block, 'kind'>> {
  const [, word = '', rest = ''] = /^:(\w+)\s*(.*)$/.exec(text) ?? [];
  const [first = '', second = '', third = ''] = rest.split('|').map((part) => part.trim());
  switch (oneOf(['excerpt', 'claim', 'matrix', 'classes'], word, FILE, line)) {
    case 'excerpt': {
      const source = demo.sources.get(Number(first));
      if (!source) throw materialError(FILE, line, `no transcript ${first}`);
      const span = locate(source.text, second);
      if (typeof span === 'string') throw materialError(FILE, line, span);
      return { kind: 'excerpt', text: third, sourceId: source.id, ...span };
    }
    case 'claim': {
      const claimId = demo.claims.get(Number(first));
      if (claimId === undefined) throw materialError(FILE, line, `no claim ${first}`);
      return { kind: 'claim', claimId };
    }
    case 'matrix': {
      const [rows = '', cols = ''] = first.split(/\s+/);
      const codes = third.split(';').flatMap((path) => {
        const id = demo.codes.get(path.trim());
        if (path.trim() && id === undefined) throw materialError(FILE, line, `no code ${path}`);
        return id === undefined ? [] : [id];
      });
      const axis = (name: string) => oneOf(AXES, name, FILE, line);
      return { kind: 'matrix', text: second, matrix: { rows: axis(rows), cols: axis(cols), codes } };
    }
    case 'classes':
      return { kind: 'classes', text: second || first };
  }
}
