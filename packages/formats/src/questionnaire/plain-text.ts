const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
};

/**
 * Words as the respondent read them: questions are kept as HTML on most platforms. Tags become blanks where they break a line,
 * and nothing else; script and style are left out. What only looks like a tag (`<5 år`) is words.
 */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html.replace(/\s+/g, ' ').trim();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start === -1) break;
    const end = /[a-z/!]/i.test(html[start + 1] ?? '') ? html.indexOf('>', start) : -2;
    // No sign closes a tag from here on: the rest is words.
    if (end === -1) break;
    text += html.slice(at, start);
    if (end === -2) {
      text += '<';
      at = start + 1;
      continue;
    }
    const name = /^\/?([a-z0-9]*)/i.exec(html.slice(start + 1, start + 20))?.[1]?.toLowerCase() ?? '';
    at = end + 1;
    if (name === 'script' || name === 'style') {
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = at;
      at = close.exec(html)?.index ?? html.length;
    }
    if (/^(br|p|div|li|tr|td|h\d|ul|ol)$/.test(name)) text += ' ';
  }
  return (text + html.slice(at))
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const lawful = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return lawful ? String.fromCodePoint(code) : undefined;
}

/** The item first and then its question: what tells two items of one question apart stands where a table shows it. */
export const itemLabel = (item: string, question: string): string =>
  item === '' || item === question ? question : question === '' ? item : `${item} – ${question}`;
