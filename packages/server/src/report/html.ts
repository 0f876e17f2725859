import type { PrintedBlock, PrintedReport } from '@bagom/core';
import { withheldSentence } from './block-lines.js';
import { classChart } from './class-chart.js';
import { html, Html } from './escape.js';
import { STYLE } from './style.js';
import { classTable, matrixTable, type PrintedTable } from './tables.js';
import { words, type ReportWords } from './words.js';

export interface HtmlOptions {
  /** Least number of persons behind a printed figure. */
  smallCell?: number;
}

/**
 * The printed report as one HTML file that needs nothing beside it: headings in order, a table of contents, excerpts as
 * figures with their speakers, tables with header cells. `data-` attributes say where each quote comes from.
 */
export function reportHtml(report: PrintedReport, { smallCell = 3 }: HtmlOptions = {}): string {
  const w = words(report.language);
  const chapters = report.chapters.filter(({ number, blocks }) => number !== '' || blocks.length > 0);
  const page = html`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${report.title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header><h1>${report.title}</h1></header>
<nav aria-label="${w.contents}"><h2>${w.contents}</h2><ol>
${chapters.map(({ number, level, title }, i) => html`<li class="level-${Math.min(level, 4)}"><a href="#chapter-${i}">${number} ${title}</a></li>`)}
</ol></nav>
<main>
${chapters.map(
  ({ chapterId, number, level, title, blocks }, i) => html`<section id="chapter-${i}" data-chapter="${chapterId}">
${heading(level, `${number} ${title}`.trim())}
${blocks.map((block) => printed(block, w))}
</section>
`,
)}
<section id="method"><h2>${w.method}</h2><p>${w.methodNote(report.excerpts, report.persons, report.withheld, smallCell)}</p></section>
</main>
</body>
</html>
`;
  return page.toString();
}

function heading(level: number, text: string): Html {
  const tag = `h${Math.min(level + 1, 6)}`;
  return html`${new Html(`<${tag}>`)}${text}${new Html(`</${tag}>`)}`;
}

function printed(block: PrintedBlock, w: ReportWords): Html {
  switch (block.kind) {
    case 'prose':
      return html`<div data-block="${block.blockId}">${paragraphs(block.text)}</div>`;
    case 'excerpt': {
      const { provenance: from, attribution } = block;
      const ids = html`data-block="${block.blockId}" data-source="${from.sourceId}" data-from="${from.from}" data-to="${from.to}" data-participant="${from.participantId ?? ''}" data-consent="${from.consentId ?? ''}"`;
      return html`${paragraphs(block.leadIn)}<figure class="excerpt" ${ids}><blockquote>
${block.turns.map(({ role, label, text }) => html`<p class="${role}">${label === null ? html`` : html`<b>${label}:</b> `}${text}</p>`)}
</blockquote>${attribution ? html`<figcaption>${w.age(attribution.name, attribution.age)}</figcaption>` : html``}</figure>`;
    }
    case 'withheld':
      return html`${paragraphs(block.leadIn)}<p class="withheld" data-block="${block.blockId}">${withheldSentence(block.reasons, w)}</p>`;
    case 'claim':
      return html`<div data-block="${block.blockId}" data-claim="${block.claim.id}" data-persons="${block.assessment.persons.length}" data-of="${block.assessment.of}">${paragraphs(block.text)}<p class="claim">${block.claim.statement}</p></div>`;
    case 'matrix':
      return table(block.blockId, block.caption, matrixTable(block.matrix, block.smallCell, w), w.personsCounted);
    case 'classes':
      return html`<figure class="profile" data-block="${block.blockId}" data-model="${block.model.id}">${classChart(block.model, block.indicators, block.caption, w)}
${table(block.blockId, block.caption, classTable(block.model, block.indicators, w), w.classNote(Math.round(block.model.fit.n), block.model.classes))}</figure>`;
  }
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`);
}

function table(blockId: string, caption: string, { header, rows }: PrintedTable, note: string): Html {
  return html`<div class="table" data-block="${blockId}"><table><caption>${caption}</caption>
<thead><tr>${header.map((cell, i) => (i === 0 ? html`<td>${cell}</td>` : html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>
${rows.map(({ head, depth, cells }) => html`<tr><th scope="row" class="depth-${Math.min(depth, 4)}">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
</tbody></table><p class="note">${note}</p></div>`;
}
