import { casesOf, caseValue, mayCount, type CaseAxis } from '../fieldwork/cases.js';
import { drawFrom, seededRandom } from '../random/seeded-random.js';
import type { Source } from '../transcripts/source.js';
import type { StudyState } from '../study/state.js';

/** Texts of one kind of people: how many there are to draw from, and which were drawn. */
export interface Stratum {
  /** The value on the axis; null: not known, or a text that is nobody's. */
  value: string | null;
  available: number;
  drawn: string[];
}

export interface TextWish {
  count: number;
  /** The case axis whose values must all be in the sample; null: one stratum of all texts. */
  axis: CaseAxis | null;
  seed: number;
  /** Transcripts, excerpts or, null, both. */
  kind?: 'transcript' | 'excerpt' | null;
}

/**
 * Draws texts to be coded twice: a stratified random sample without replacement. Places go to the strata in proportion to their
 * texts (largest remainders), but none is left out while there are as many places as strata. Texts of people who withdrew, or
 * whose words may not be analysed, are never drawn. The same study and seed give the same texts.
 */
export function drawTexts(state: StudyState, { count, axis, seed, kind = null }: TextWish): Stratum[] {
  const people = new Map(casesOf(state).map((person) => [person.participant.id, person]));
  const strata = new Map<string | null, string[]>();
  // By title: ids are others in a study that is made anew of the same files.
  const sources = [...state.sources.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  for (const source of sources) {
    if (kind !== null && source.kind !== kind) continue;
    const person = source.participantId ? people.get(source.participantId) : undefined;
    if (person && !mayCount(person)) continue;
    const value = axis && person ? caseValue(person, axis) : null;
    const ids = strata.get(value);
    if (ids) ids.push(source.id);
    else strata.set(value, [source.id]);
  }
  // By value, so that the draw does not hang on the order of the rows.
  const sorted = [...strata].sort(([a], [b]) => (a ?? '').localeCompare(b ?? '', 'en'));
  const places = shareOut(
    count,
    sorted.map(([, ids]) => ids.length),
  );
  return sorted.map(([value, ids], i) => ({
    value,
    available: ids.length,
    drawn: drawFrom(ids, places[i]!, seededRandom(seed + i * 0x9e3779b1)),
  }));
}

const order = ({ title, fromLine, id }: Source) => `${title} ${String(fromLine ?? 0).padStart(9, '0')} ${id}`;

/** Shares places out in proportion, at least one each where there are enough, and never more than there are. */
function shareOut(count: number, sizes: readonly number[]): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(count, all);
  const ideal = sizes.map((size) => (all === 0 ? 0 : (wanted * size) / all));
  const places = ideal.map((share) => Math.max(wanted >= sizes.length ? 1 : 0, Math.floor(share)));
  const sum = () => places.reduce((total, one) => total + one, 0);
  const by = (better: (i: number) => number, may: (i: number) => boolean) =>
    places
      .map((_, i) => i)
      .reduce((best, i) => (may(i) && (best < 0 || better(i) > better(best)) ? i : best), -1);
  while (sum() < wanted)
    places[
      by(
        (i) => ideal[i]! - places[i]!,
        (i) => places[i]! < sizes[i]!,
      )
    ]!++;
  while (sum() > wanted)
    places[
      by(
        (i) => places[i]! - ideal[i]!,
        (i) => places[i]! > 1,
      )
    ]!--;
  return places;
}
