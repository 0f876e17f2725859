import { expect, test } from 'vitest';
import { seededRandom } from '../random/seeded-random.js';
import { ChangedPlaces, type TextChange } from './change.js';
import { inTextOrder, SpanIndex, type NamedSpan } from './span-index.js';

const span = (id: string, from: number, to: number): NamedSpan => ({ id, from, to });

/** The same, done plainly: a list that is looked through. */
class PlainList {
  readonly spans: readonly NamedSpan[];
  constructor(spans: readonly NamedSpan[] = []) {
    this.spans = spans;
  }
  insert(added: NamedSpan[]): PlainList {
    const rest = this.spans.filter((one) => !added.some((other) => inTextOrder(one, other) === 0));
    return new PlainList([...rest, ...added]);
  }
  remove(gone: NamedSpan[]): PlainList {
    return new PlainList(this.spans.filter((one) => !gone.some((other) => inTextOrder(one, other) === 0)));
  }
  moved(places: ChangedPlaces): PlainList {
    const moved = this.spans.map((one) => span(one.id, places.start(one.from), places.end(one.to)));
    return new PlainList(moved.filter(({ from, to }) => from < to));
  }
  over(from: number, to: number): NamedSpan[] {
    const last = Math.max(to - 1, from);
    return this.spans.filter((one) => one.from <= last && one.to > from).toSorted(inTextOrder);
  }
}

const LENGTH = 5000;

// Seeds are kept: a seed that finds a difference stays in the list.
test.each([1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233])(
  'through putting in, taking out, changes of the text, undos and merges the index holds what a plain list holds (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    const below = (n: number) => Math.floor(random() * n);
    let made = 0;
    const some = (most: number) =>
      Array.from({ length: 1 + below(most) }, () => {
        const from = below(LENGTH);
        return span(`${seed}-${made++}`, from, from + 1 + below(random() < 0.1 ? LENGTH : 200));
      });
    type Both = { index: SpanIndex<NamedSpan>; plain: PlainList };
    const first = some(600);
    let now: Both = { index: SpanIndex.of(first), plain: new PlainList(first) };
    const before: Both[] = [];
    for (let step = 0; step < 120; step++) {
      const kind = random();
      const was = now;
      let undone = false;
      if (kind < 0.4) {
        const added = some(random() < 0.1 ? 300 : 3);
        now = { index: was.index.insert(added), plain: was.plain.insert(added) };
      } else if (kind < 0.65) {
        // Some that are there, and one that is not.
        const gone = [...was.plain.spans.filter(() => random() < 0.02), span('nobody', 1, 9)];
        now = { index: was.index.remove(gone), plain: was.plain.remove(gone) };
      } else if (kind < 0.75) {
        const places = new ChangedPlaces(changes(random));
        now = { index: was.index.moved(places), plain: was.plain.moved(places) };
      } else if (kind < 0.85 && before.length > 0) {
        // What another coder did meanwhile, from a state that both had.
        const shared = before[below(before.length)]!;
        const theirs = some(20);
        const gone = shared.plain.spans.filter(() => random() < 0.05);
        now = {
          index: was.index.remove(gone).insert(theirs),
          plain: was.plain.remove(gone).insert(theirs),
        };
      } else if (before.length > 0) {
        // An undo: the index from before is as it was, whatever came of it since.
        now = before.splice(below(before.length))[0]!;
        undone = true;
      }
      if (!undone) before.push(was);
      expect(now.index.size).toBe(now.plain.spans.length);
      for (let ask = 0; ask < 6; ask++) {
        const from = below(LENGTH + 100);
        const to = from + below(300);
        expect(now.index.over(from, to)).toEqual(now.plain.over(from, to));
        expect(now.index.at(from)).toEqual(now.plain.over(from, from));
      }
    }
    expect([...now.index]).toEqual(now.plain.spans.toSorted(inTextOrder));
  },
);

/** Some changes of a text in text order, without overlaps. */
function changes(random: () => number): TextChange[] {
  const found: TextChange[] = [];
  for (let at = Math.floor(random() * 800); at < LENGTH;) {
    const to = at + Math.floor(random() * 60);
    found.push({ from: at, to, insert: 'x'.repeat(Math.floor(random() * 60)) });
    at = to + 1 + Math.floor(random() * 1200);
  }
  return found;
}

test('a caret at the end of a span is after it, and one at its beginning is in it', () => {
  const index = SpanIndex.of([span('a', 3, 7)]);
  expect(index.at(2)).toEqual([]);
  expect(index.at(3)).toHaveLength(1);
  expect(index.at(6)).toHaveLength(1);
  expect(index.at(7)).toEqual([]);
});

test('a span put in again with other values replaces the one that was there', () => {
  const index = SpanIndex.of([{ ...span('a', 3, 7), code: 'x' }]).insert([{ ...span('a', 3, 7), code: 'y' }]);
  expect([...index]).toEqual([{ id: 'a', from: 3, to: 7, code: 'y' }]);
  expect(index.size).toBe(1);
});

test('putting in nothing, and taking out what is not there, give the same index, so that nothing is painted anew', () => {
  const index = SpanIndex.of([span('a', 3, 7)]);
  expect(index.insert([])).toBe(index);
  expect(index.remove([span('a', 3, 8), span('b', 3, 7)])).toBe(index);
});
