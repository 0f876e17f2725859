import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random/seeded-random.js';
import { carrySpans, type Carried } from './carry.js';
import { changeText, type TextChange } from './change.js';
import { diffText } from './diff.js';

const spanOf = (text: string, words: string) => {
  const from = text.indexOf(words);
  if (from < 0) throw new Error(words);
  return { from, to: from + words.length };
};
/** What the words of a text are after it was rewritten: the new words, or what became of them. */
function carried(before: string, after: string, ...words: string[]): string[] {
  const spans = words.map((one) => spanOf(before, one));
  return carrySpans(before, after, diffText(before, after), spans).map((found) =>
    found.is === 'lost' ? 'lost' : `${found.is}: ${after.slice(found.span.from, found.span.to)}`,
  );
}

describe('a coding follows its words', () => {
  const text = 'Jeg bor i Aarhus med Anders. Det er svært at komme ud. Vi går ture om søndagen.\n';

  test('past a change before it, beside it and after it', () => {
    expect(
      carried(text, text.replace('Aarhus', 'Odense'), 'Det er svært', 'Jeg bor i', 'med Anders'),
    ).toEqual(['same: Det er svært', 'same: Jeg bor i', 'same: med Anders']);
  });

  test('with a word in it that became another, at its ends too', () => {
    const after = text.replace('Anders', 'Jens').replace('Jeg bor', 'Jeg boede');
    expect(carried(text, after, 'Aarhus med Anders', 'bor i Aarhus', 'Anders')).toEqual([
      'changed: Aarhus med Jens',
      'changed: boede i Aarhus',
      'changed: Jens',
    ]);
  });

  test('words put in at its ends stay outside, words put in within it come along', () => {
    const after = text.replace('Det er svært', 'Nå. Det er meget svært nu');
    expect(carried(text, after, 'Det er svært')).toEqual(['changed: Det er meget svært']);
  });

  test('what was taken out is lost, and said so', () => {
    expect(
      carried(text, text.replace('Det er svært at komme ud. ', ''), 'Det er svært at komme ud.'),
    ).toEqual(['lost']);
  });

  test('what was moved elsewhere is found there', () => {
    const sentence = 'Det er svært at komme ud. ';
    const long = `${text.trim()} Min søster ringer hver aften, og så taler vi om alt det, der skete.\n`;
    const after = long.replace(sentence, '').replace('skete.', `skete. ${sentence.trim()}`);
    expect(carried(long, after, 'Det er svært at komme ud.', 'Vi går ture')).toEqual([
      'moved: Det er svært at komme ud.',
      'same: Vi går ture',
    ]);
  });
});

test('signs beyond the first plane, combining letters and right-to-left words are never cut', () => {
  const before = 'Hun sagde 🙂👍🏽 e\u0301n gang, og مرحبا igen.\n';
  const after = 'Hun råbte 🙂👍🏽 e\u0301n gang, og مرحبا bagefter.\n';
  const changes = diffText(before, after);
  expect(changeText(before, changes)).toBe(after);
  expect(carried(before, after, '🙂👍🏽', 'مرحبا')).toEqual(['same: 🙂👍🏽', 'same: مرحبا']);
});

const wordsOf = (text: string, found: Carried) =>
  found.is === 'lost' ? found.is : text.slice(found.span.from, found.span.to);

const WORDS =
  'jeg du hun vi og men ikke svært ensom arbejde by hjem går ser tænker måske altid, nogen. her? der\n'.split(
    ' ',
  );

test('any edit is found again as changes that make the one text of the other, and no untouched words are left by their coding', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
    const before = Array.from({ length: 20 + Math.floor(random() * 200) }, () => pick(WORDS)).join(' ');
    const edits: TextChange[] = [];
    for (let at = 0; at < before.length;) {
      const from = at + Math.floor(random() * 80);
      const to = from + Math.floor(random() * random() * 30);
      if (to > before.length) break;
      edits.push({
        from,
        to,
        insert:
          random() < 0.3
            ? ''
            : Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(WORDS)).join(' '),
      });
      at = to + 1;
    }
    const after = changeText(before, edits);
    const changes = diffText(before, after);
    expect(changeText(before, changes)).toBe(after);

    const spans = Array.from({ length: 40 }, () => {
      const from = Math.floor(random() * (before.length - 1));
      return { from, to: Math.min(before.length, from + 1 + Math.floor(random() * 60)) };
    });
    const found = carrySpans(before, after, changes, spans);
    const untouched = spans.flatMap((span, i) =>
      changes.some(({ from, to, insert }) =>
        from === to ? span.from < from && from < span.to && insert !== '' : from < span.to && span.from < to,
      )
        ? []
        : [i],
    );
    expect(untouched.map((i) => wordsOf(after, found[i]!))).toEqual(
      untouched.map((i) => before.slice(spans[i]!.from, spans[i]!.to)),
    );
    for (const one of found) {
      const { from, to } = one.is === 'lost' ? { from: 0, to: 1 } : one.span;
      expect(from < to && to <= after.length).toBe(true);
    }
  }
});

test('three thousand names replaced in a long transcript: no coding is lost or moved off its words', () => {
  const random = seededRandom(3);
  const names = ['Anders', 'Mette', 'Aarhus'];
  const turns = Array.from({ length: 900 }, (_, i) => {
    const words = Array.from({ length: 20 }, () => WORDS[Math.floor(random() * (WORDS.length - 1))]!);
    for (let n = 0; n < 4; n++) words.splice(Math.floor(random() * words.length), 0, names[n % 3]!);
    return `${i % 2 ? 'IP' : 'Interviewer'}: ${words.join(' ')}`;
  });
  const before = `${turns.join('\n\n')}\n`;
  const after = before
    .replaceAll('Anders', 'Jens')
    .replaceAll('Mette', 'Kirsten')
    .replaceAll('Aarhus', '[by]');
  const changes = diffText(before, after);
  expect(changes.length).toBeGreaterThanOrEqual(3000);
  const spans = Array.from({ length: 4000 }, () => {
    const from = Math.floor(random() * (before.length - 200));
    return { from, to: from + 10 + Math.floor(random() * 150) };
  });
  const plain = (words: string) =>
    words.replaceAll('Jens', 'Anders').replaceAll('Kirsten', 'Mette').replaceAll('[by]', 'Aarhus');
  carrySpans(before, after, changes, spans).forEach((found, i) => {
    if (found.is === 'lost') throw new Error(`lost: ${before.slice(spans[i]!.from, spans[i]!.to)}`);
    const words = before.slice(spans[i]!.from, spans[i]!.to);
    const now = plain(after.slice(found.span.from, found.span.to));
    // A span that began inside a name takes the whole new name.
    expect(now.includes(words) && now.length <= words.length + 12).toBe(true);
  });
});
