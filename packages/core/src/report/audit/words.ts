/** Words as the rules compare them: small letters, Danish endings lightly stripped. Not for searching or display. */

/** A word with its place in the text. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const EDGE = String.raw`(?:(?<![\p{L}\d])(?=[\p{L}\d])|(?<=[\p{L}\d])(?![\p{L}\d]))`;
const made = new Map<string, RegExp>();

/** The same pattern with `\b` meaning the edge of a word in any alphabet: JavaScript's own takes æ, ø and å for no letters. */
export function edged(pattern: RegExp): RegExp {
  const key = `${pattern.flags}/${pattern.source}`;
  let known = made.get(key);
  if (!known) {
    known = new RegExp(pattern.source.replaceAll('\\b', EDGE), pattern.flags);
    made.set(key, known);
  }
  return known;
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\d]+(?:[-’'][\p{L}\d]+)*/gu)) {
    words.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return words;
}

const ENDINGS = [
  'ernes',
  'enes',
  'erne',
  'erens',
  'ende',
  'ene',
  'eren',
  'heds',
  'ets',
  'ens',
  'ers',
  'er',
  'en',
  'et',
  'es',
  'te',
  'de',
  'e',
  's',
  't',
];

/** Strips one inflection ending; at least four letters stay. Lighter than a real stemmer, so it seldom joins strangers. */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  for (const ending of ENDINGS) {
    if (lower.length - ending.length >= 4 && lower.endsWith(ending)) return lower.slice(0, -ending.length);
  }
  return lower;
}

const EMPTY = new Set(
  `og i at det er en et den til på af med for som der de ikke har han hun sig var jeg du vi man os dem sin sit sine men om så
  også kan vil skal ville kunne skulle blive bliver blev være været have havde haft fra ved eller når da end over under efter
  mellem mod uden hos blandt hvor hvad hvem hvilken hvilket hvilke hvordan hvorfor fordi selv selvom dog netop blot bare dels
  samt både enten hverken ligesom samtidig derfor således imidlertid derimod desuden herunder fx bl a mv dvs her nu dette
  disse denne deres hendes hans dens dets mange flere flest fleste nogle nogen noget ingen intet alle alt hver enkelte del en
  få stort langt meget mere mest mindre mindst ofte typisk særligt primært generelt især ligeledes første anden andre andet
  interviewperson interviewpersoner interviewpersonerne fortæller beskriver oplever giver udtryk siger gør går får kommer står
  ser finder gælder grad høj lav lavere højere den det gruppe gruppen personer borgere borgerne mennesker kapitel afsnit`
    .split(/\s+/u)
    .map(stem),
);

/** The words that carry a sentence's content, stemmed: no function words, no words every sentence of a report holds. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { text: word } of wordsOf(text)) {
    const root = stem(word);
    if (root.length >= 4 && !EMPTY.has(root) && !/\d/.test(root)) stems.add(root);
  }
  return stems;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:fx|bl\.a|ca|mv|m\.m|m\.fl|dvs|f\.eks|osv|pct|nr|s|jf|inkl|ekskl|al|kap|kr|red|tlf|etc|e\.g|i\.e|vs|\p{Lu})\.$/iu;

/** Cuts prose into sentences with their offsets; a full stop after an abbreviation or before a small letter ends none. */
export function sentencesOf(text: string): Word[] {
  const sentences: Word[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?…][’'”")]*\s+(?=[\p{Lu}\d’‘“"–(])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (ABBREVIATION.test(text.slice(Math.max(from, match.index - 12), match.index + 1))) continue;
    sentences.push({ text: text.slice(from, end), from, to: end });
    from = match.index + match[0].length;
  }
  if (from < text.length) sentences.push({ text: text.slice(from), from, to: text.length });
  return sentences;
}
