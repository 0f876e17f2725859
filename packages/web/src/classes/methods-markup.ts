import type { MethodsSection } from '@bagom/core';

/** The section as HTML, so that its tables are tables in the word processor it is pasted into. */
export function methodsMarkup({ paragraphs, tables }: MethodsSection): string {
  const text = paragraphs.map(
    ({ title, sentences }) =>
      `<h3>${escaped(title)}</h3><p>${escaped(sentences.map((one) => one.text).join(' '))}</p>`,
  );
  const drawn = tables.map(({ title, head, rows, note }) => {
    const cells = (tag: string, values: readonly string[]) =>
      `<tr>${values.map((value) => `<${tag}>${escaped(value)}</${tag}>`).join('')}</tr>`;
    return `<table><caption>${escaped(title)}</caption>${cells('th', head)}${rows
      .map((row) => cells('td', row))
      .join('')}</table>${note ? `<p>${escaped(note)}</p>` : ''}`;
  });
  return [...text, ...drawn].join('');
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string): string => words.replace(/[&<>"]/gu, (mark) => MARKS[mark] ?? mark);
