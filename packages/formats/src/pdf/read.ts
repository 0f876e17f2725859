import { BagomError, NO_FORMATS, type Document, type Paragraph } from '@bagom/core';
import { UnreadList } from '../document/unread-list.js';
import { lineJoiner } from '../report/hyphens.js';
import { furnitureOf } from './furniture.js';
import { linesOfPage, type PageLine } from './page-lines.js';
import { paragraphsOf } from './paragraphs.js';

/** More pages than any interview has. */
const PAGES = 3000;

export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');

/**
 * The text of a PDF: lines put together to paragraphs, words cut at line ends healed, running heads and page numbers taken
 * out and told. Nothing in it runs and no font or file is fetched. Looks are not read, as a PDF only says where each letter stands.
 * @throws BagomError `pdf.damaged`, `pdf.password`, or `pdf.no-text` for a scanned one
 */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<Document> {
  // Loaded when it is needed: it takes longer to load than most files take to read.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // It keeps what it is given, and the caller's bytes are the caller's.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const unread = new UnreadList('page');
    const count = Math.min(pdf.numPages, PAGES);
    if (pdf.numPages > PAGES) unread.tell('pages-left-out', String(pdf.numPages - PAGES));
    const pages: PageLine[][] = [];
    for (let number = 1; number <= count; number++) {
      const page = await pdf.getPage(number);
      try {
        const { items } = await page.getTextContent();
        const notes = await page.getAnnotations();
        for (const note of notes as { subtype?: string; contentsObj?: { str?: string } }[])
          if (note.subtype !== 'Link' && note.contentsObj?.str)
            unread.tell('comment', note.contentsObj.str, number);
        const lines = linesOfPage(items, number);
        if (lines.length === 0) unread.tell('page-without-text', '', number);
        pages.push(lines);
      } catch {
        unread.tell('page-damaged', '', number);
        pages.push([]);
      }
      page.cleanup();
    }
    if ((await pdf.getJSActions()) !== null) unread.tell('script', 'JavaScript');
    const attached = (await pdf.getAttachments()) as Record<string, { filename?: string }> | null;
    for (const name in attached ?? {}) unread.tell('object', attached?.[name]?.filename ?? name);
    if (!pages.some((lines) => lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))))
      throw new BagomError('pdf.no-text', { file: fileName, pages: pdf.numPages });
    return documentOf(pages, unread);
  } catch (error) {
    if (error instanceof BagomError) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new BagomError('pdf.password', { file: fileName });
    throw new BagomError('pdf.damaged', { file: fileName });
  } finally {
    await task.destroy();
  }
}

function documentOf(pages: readonly (readonly PageLine[])[], unread: UnreadList): Document {
  const furniture = furnitureOf(pages);
  for (const { line, kind } of furniture.values()) unread.tell(kind, line.text, line.page);
  const blocks = paragraphsOf(pages.map((lines) => lines.filter((line) => !furniture.has(line))));
  const printed = blocks.map((lines) =>
    lines.map((line, i) => ({ number: i + 1, text: line.text, broken: false, blank: false })),
  );
  const joiner = lineJoiner(printed.flat());
  const paragraphs = printed.map((lines, i): Paragraph => ({
    text: joiner.join(lines).text,
    formats: NO_FORMATS,
    line: blocks[i]?.[0]?.page ?? null,
  }));
  return { form: 'pdf', encoding: null, paragraphs, unread: unread.done() };
}
