import type { PrintedBlock, PrintedReport } from '@bagom/core';
import { withheldSentence } from './block-lines.js';
import { classChart } from './class-chart.js';
import { Markup, markup } from './markup.js';
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
  const contents = chapters.map(
    ({ number, level, title }, i) =>
      markup`<li class="level-${Math.min(level, 4)}"><a href="#chapter-${i}">${number} ${title}</a></li>\n`,
  );
  const sections = chapters.map(
    ({ chapterId, number, level, title, blocks }, i) =>
      markup`<section id="chapter-${i}" data-chapter="${chapterId}">
${heading(level, `${number} ${title}`.trim())}
${blocks.map((block) => printed(block, w))}
</section>
`,
  );
  const method = w.methodNote(report.excerpts, report.persons, report.withheld, smallCell);
  return markup`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${report.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header><h1>${report.title}</h1></header>
<nav aria-label="${w.contents}"><h2>${w.contents}</h2><ol>
${contents}</ol></nav>
<main>
${sections}<section id="method"><h2>${w.method}</h2><p>${method}</p></section>
</main>
</body>
</html>
`.toString();
}

function heading(level: number, text: string): Markup {
  const tag = new Markup(`h${Math.min(level + 1, 6)}`);
  return markup`<${tag}>${text}</${tag}>`;
}

function printed(block: PrintedBlock, w: ReportWords): Markup {
  switch (block.kind) {
    case 'prose':
      return markup`<div data-block="${block.blockId}">${paragraphs(block.text)}</div>\n`;
    case 'excerpt':
      return markup`${paragraphs(block.leadIn)}${excerpt(block, w)}\n`;
    case 'withheld': {
      const why = withheldSentence(block.reasons, w);
      return markup`${paragraphs(block.leadIn)}<p class="withheld" data-block="${block.blockId}">${why}</p>\n`;
    }
    case 'claim': {
      const { claim, assessment } = block;
      const counted = markup`data-persons="${assessment.persons.length}" data-of="${assessment.of}"`;
      const statement = markup`<p class="claim">${claim.statement}</p>`;
      return markup`<div data-block="${block.blockId}" data-claim="${claim.id}" ${counted}>${paragraphs(block.text)}${statement}</div>\n`;
    }
    case 'matrix':
      return table(
        block.blockId,
        block.caption,
        matrixTable(block.matrix, block.smallCell, w),
        w.personsCounted(block.blindTexts),
      );
    case 'classes': {
      const { blockId, caption, model, indicators } = block;
      const note = w.classNote(Math.round(model.fit.n), model.classes);
      const chart = classChart(model, indicators, caption, w);
      const figures = table(blockId, caption, classTable(model, indicators, w), note);
      return markup`<figure class="profile" data-block="${blockId}" data-model="${model.id}">${chart}\n${figures}</figure>\n`;
    }
  }
}

function excerpt(
  { blockId, turns, attribution, provenance }: Extract<PrintedBlock, { kind: 'excerpt' }>,
  w: ReportWords,
) {
  const { sourceId, from, to, participantId, consentId } = provenance;
  const place = markup`data-block="${blockId}" data-source="${sourceId}" data-from="${from}" data-to="${to}"`;
  const person = markup`data-participant="${participantId ?? ''}" data-consent="${consentId ?? ''}"`;
  const talk = turns.map(({ role, label, text }) => {
    const speaker = label === null ? markup`` : markup`<b>${label}:</b> `;
    return markup`<p class="${role}">${speaker}${text}</p>\n`;
  });
  const who = attribution
    ? markup`<figcaption>${w.age(attribution.name, attribution.age)}</figcaption>`
    : markup``;
  return markup`<figure class="excerpt" ${place} ${person}><blockquote>\n${talk}</blockquote>${who}</figure>`;
}

function paragraphs(text: string): Markup[] {
  return text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => markup`<p>${part}</p>\n`);
}

function table(blockId: string, caption: string, { header, rows }: PrintedTable, note: string): Markup {
  // An empty header cell would be read aloud as one.
  const heads = header.map((cell) =>
    cell === '' ? markup`<td></td>` : markup`<th scope="col">${cell}</th>`,
  );
  const body = rows.map(({ head, depth, cells }) => {
    const tds = cells.map((cell) => markup`<td>${cell}</td>`);
    return markup`<tr><th scope="row" class="depth-${Math.min(depth, 4)}">${head}</th>${tds}</tr>\n`;
  });
  return markup`<div class="table" data-block="${blockId}" tabindex="0" role="region" aria-label="${caption}">
<table><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table><p class="note">${note}</p></div>
`;
}
