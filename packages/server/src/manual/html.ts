import type { CodingManual, ManualEntry } from '@bagom/core';
import { Markup, markup } from '../report/markup.js';
import { STYLE } from '../report/style.js';
import { entryLines, historyLine, overviewRows } from './lines.js';
import { manualWords, type ManualWords } from './words.js';

const MANUAL_STYLE = `
dl { margin: 0 0 1rem; display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.25rem; }
dt { color: #555; } dd { margin: 0; white-space: pre-line; } .retired > h2, .retired > h3, .retired > h4 { color: #555; }
thead th:not(:last-child), td:not(:last-child) { text-align: left; } tbody a { color: inherit; }
.swatch { display: inline-block; width: .7em; height: .7em; margin-right: .5em; border-radius: 2px; }
.history { font-size: .875rem; color: #555; padding-left: 1.25rem; } .above { color: #555; font-weight: 400; }
@media print { section { break-inside: avoid-page; } }
`;

/** The coding manual as one HTML file that needs nothing beside it, to read in the browser or print. */
export function manualHtml(manual: CodingManual): string {
  const w = manualWords(manual.language);
  const title = w.title(manual.title);
  const coders = manual.coders.map(({ name, initials }) => `${name} (${initials})`).join(', ');
  const rows = overviewRows(manual, w).map(({ head, depth, cells }, i) => {
    const tds = cells.map((cell) => markup`<td>${cell}</td>`);
    return markup`<tr><th scope="row" class="depth-${Math.min(depth, 4)}"><a href="#code-${i}">${head}</a></th>${tds}</tr>\n`;
  });
  const gone = manual.gone.map((event) => markup`<li>${historyLine(event, w)}</li>\n`);
  return markup`<!doctype html>
<html lang="${manual.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE + MANUAL_STYLE)}</style>
</head>
<body>
<header><h1>${title}</h1><p class="note">${w.lead(manual.edition, w.date(manual.date))}</p>
${coders === '' ? markup`` : markup`<p class="note">${w.coders}: ${coders}</p>`}</header>
<main>
<div class="table" tabindex="0" role="region" aria-label="${w.overview}">
<table><caption>${w.overview}</caption>
<thead><tr>${w.head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table><p class="note">${w.personsOf(manual.persons, manual.blindTexts)}</p></div>
${manual.codes.map((entry, i) => code(entry, i, manual, w))}
${gone.length === 0 ? markup`` : markup`<section><h2>${w.gone}</h2><ul class="history">${gone}</ul></section>`}
</main>
</body>
</html>
`.toString();
}

function code(entry: ManualEntry, i: number, manual: CodingManual, w: ManualWords): Markup {
  const tag = new Markup(`h${Math.min(entry.depth + 2, 6)}`);
  const above = entry.path.slice(0, -entry.name.length).replaceAll('/', ' › ');
  const swatch = markup`<span class="swatch" style="background: oklch(0.6 0.1 ${entry.hue})"></span>`;
  const lines = entryLines(entry, manual, w).map(
    ([label, text]) => markup`<dt>${label}</dt><dd>${text}</dd>\n`,
  );
  const history = entry.history.map((event) => markup`<li>${historyLine(event, w)}</li>\n`);
  return markup`<section id="code-${i}" class="${entry.status ?? 'active'}">
<${tag}>${swatch}<span class="above">${above}</span>${entry.name}</${tag}>
<dl>${lines}</dl>
${history.length === 0 ? markup`` : markup`<p class="note">${w.history}</p><ul class="history">${history}</ul>`}
</section>
`;
}
