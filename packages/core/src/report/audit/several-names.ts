import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText, type ProseSentence } from './audit-text.js';
import { passage, type Finding, type FindingPassage } from './finding.js';
import { edged, wordsOf } from './words.js';

/**
 * One organisation, one name. Two spellings of a proper name are a slip; one person’s offer under several kind names makes
 * the reader believe in several places, and a masked place must be called the same each time.
 */
export function severalNames(report: PublishedReport, text: AuditText): Finding[] {
  return [...spellings(text), ...offers(report, text)];
}

function spellings(text: AuditText): Finding[] {
  const forms = new Map<string, Map<string, { count: number; passage: FindingPassage }>>();
  const small = new Set<string>();
  for (const sentence of text.sentences) {
    for (const word of wordsOf(sentence.text)) {
      if (/^\p{Ll}/u.test(word.text)) small.add(word.text.toLowerCase());
      // A word that is also written small is no name, wherever it stands; that is asked below.
      if (!/^\p{Lu}/u.test(word.text) || word.text.length < 6) continue;
      if (/^\p{Lu}+$/u.test(word.text)) continue;
      const bare = word.text.replace(/[’']?s$/u, '');
      const key = bare.toLowerCase().replace(/-/g, '');
      const known = forms.get(key) ?? new Map<string, { count: number; passage: FindingPassage }>();
      const shown = {
        line: lineInSentence(sentence, word.from),
        text: passage(sentence.text, word.from, word.to, 50),
      };
      known.set(bare, {
        count: (known.get(bare)?.count ?? 0) + 1,
        passage: known.get(bare)?.passage ?? shown,
      });
      forms.set(key, known);
    }
  }
  return [...forms].flatMap(([key, known]): Finding[] => {
    if (known.size < 2 || small.has(key)) return [];
    const list = [...known].sort((a, b) => b[1].count - a[1].count);
    const names = list.map(([form, { count }]) => `${form} (${count})`).join(', ');
    return [
      {
        rule: 'several-names',
        severity: 'warning',
        line: list[1]?.[1].passage.line ?? 1,
        message: {
          da: `ét navn er stavet på flere måder: ${names}`,
          en: `one name is spelt in several ways: ${names}`,
        },
        passages: list.map(([, entry]) => entry.passage),
      },
    ];
  });
}

const OFFER =
  /(?<![\p{L}-])(\p{Ll}*(?:tilbud|behandlingssted|behandlingscenter|misbrugscenter|værested|krisecenter|aktivitetscenter|opholdssted))(?:dets?|et|ets|tets|eret|s)?(?![\p{L}-])/gu;
/** Says that the person goes there, and not that such places exist. */
const GOES = edged(
  /\b(?:kommer?|går?|mødt|møder|interviewet|deltager|være|er)\b[^.;:]{0,30}\bpå\b|\b(?:benytter|opsøgte?|opsøgt)\b/iu,
);

function offers(report: PublishedReport, text: AuditText): Finding[] {
  const places = new Map<string, Map<string, FindingPassage>>();
  for (const sentence of text.sentences) {
    const [person, other] = sentence.people;
    if (person === undefined || other !== undefined || !GOES.test(sentence.text)) continue;
    for (const match of sentence.text.matchAll(OFFER)) {
      const kind = (match[1] ?? '').toLowerCase();
      if (kind === 'tilbud' || /andre?t?\s$/u.test(sentence.text.slice(0, match.index))) continue;
      const known = places.get(person) ?? new Map<string, FindingPassage>();
      // Two kinds in one sentence are kept apart by the authors themselves.
      const told = [...known.values()].some(
        (shown) => shown.line >= sentence.line && shown.line <= lineInSentence(sentence, match.index),
      );
      if (!known.has(kind) && !told) known.set(kind, place(sentence, match.index, match[0].length));
      places.set(person, known);
    }
  }
  const order = report.people.map(({ name }) => name);
  return order.flatMap((person): Finding[] => {
    const known = places.get(person);
    if (!known || known.size < 2) return [];
    const list = [...known.keys()];
    return [
      {
        rule: 'several-names',
        severity: 'note',
        line: [...known.values()][1]?.line ?? 1,
        message: {
          da: `${person} er på ${list.map((kind) => `»${kind}«`).join(', ')}: er det ét sted eller flere?`,
          en: `${person} is at ${list.map((kind) => `»${kind}«`).join(', ')}: is it one place or several?`,
        },
        passages: [...known.values()],
      },
    ];
  });
}

function place(sentence: ProseSentence, at: number, length: number): FindingPassage {
  return { line: lineInSentence(sentence, at), text: passage(sentence.text, at, at + length) };
}
