import { codeTree, flatTree, withDescendants } from '../coding/codebook.js';
import type { Coding } from '../coding/coding.js';
import { caseValue, casesOf, isInGroup, mayCount, type Case, type CaseAxis } from '../fieldwork/cases.js';
import { PLACEMENTS } from '../fieldwork/interview.js';
import { PHASES } from '../fieldwork/participant.js';
import type { MatrixAxis, MatrixSpec } from '../report/chapter.js';
import type { StudyState } from '../study/state.js';

/** A row or column: `key` is a code's or site's id or a value of the field's vocabulary; "none" is "not known". */
export interface MatrixHead {
  key: string;
  /** The name of a code or site; empty where the key itself is a word to be translated. */
  name: string;
  depth: number;
  /** Persons who could stand in it: the denominator. */
  n: number;
}

export interface MatrixCell {
  row: string;
  col: string;
  /** Persons, counted once each however often they say it. */
  persons: number;
  passages: number;
  participants: string[];
}

export interface Matrix {
  rows: MatrixHead[];
  cols: MatrixHead[];
  /** Only cells with somebody in them. */
  cells: MatrixCell[];
  /** Persons with at least one source that counts. */
  n: number;
}

/** Which persons and whose codings count. */
export interface MatrixFilter {
  group?: Partial<Record<CaseAxis, string>>;
  coderId?: string;
}

type Keyed = { keys: (coding: Coding, person: Case) => readonly string[]; heads: MatrixHead[] };

/**
 * Persons by two axes, through what was coded in their words. With a code axis a person stands in every code that they, or
 * a code under it, were coded with; two axes of cases count whoever has a coded source.
 */
export function matrix(state: StudyState, spec: MatrixSpec, filter: MatrixFilter = {}): Matrix {
  const people = new Map(casesOf(state).map((person) => [person.participant.id, person]));
  const coded = codedPassages(state, people, filter);
  const inPlay = new Map<string, Case>();
  for (const { person } of coded) inPlay.set(person.participant.id, person);
  const rows = axis(state, spec.rows, spec, [...inPlay.values()]);
  const cols = axis(state, spec.cols, spec, [...inPlay.values()]);
  const cells = new Map<string, { row: string; col: string; persons: Set<string>; passages: number }>();
  for (const { coding, person } of coded) {
    for (const row of rows.keys(coding, person)) {
      for (const col of cols.keys(coding, person)) {
        const key = `${row}\n${col}`;
        let cell = cells.get(key);
        if (!cell) cells.set(key, (cell = { row, col, persons: new Set(), passages: 0 }));
        cell.persons.add(person.participant.id);
        cell.passages++;
      }
    }
  }
  return {
    rows: rows.heads,
    cols: cols.heads,
    cells: [...cells.values()].map(({ row, col, persons, passages }) => ({
      row,
      col,
      persons: persons.size,
      passages,
      participants: [...persons],
    })),
    n: inPlay.size,
  };
}

/** Every coding of a person's own source that the filter lets through; nobody who withdrew. Interviewer turns are counted with the passage. */
export function codedPassages(
  state: StudyState,
  people: ReadonlyMap<string, Case>,
  { group = {}, coderId }: MatrixFilter = {},
): { coding: Coding; person: Case }[] {
  const passages: { coding: Coding; person: Case }[] = [];
  for (const coding of state.codings.values()) {
    if (coderId && coding.coderId !== coderId) continue;
    const participantId = state.sources.get(coding.sourceId)?.participantId;
    const person = participantId ? people.get(participantId) : undefined;
    if (person && mayCount(person) && isInGroup(person, group)) passages.push({ coding, person });
  }
  return passages;
}

function axis(state: StudyState, name: MatrixAxis, { codes }: MatrixSpec, people: readonly Case[]): Keyed {
  if (name === 'code' || name === 'section') return codeAxis(state, codes, name === 'section', people.length);
  if (name === 'person') return personAxis(people);
  const order: readonly string[] =
    name === 'phase'
      ? PHASES
      : name === 'complexity'
        ? PLACEMENTS
        : [...new Set(people.map((person) => caseValue(person, name) ?? 'none'))].sort();
  const n = new Map<string, number>();
  for (const person of people) {
    const value = caseValue(person, name) ?? 'none';
    n.set(value, (n.get(value) ?? 0) + 1);
  }
  const keys = [...order.filter((key) => key !== 'none'), ...(n.has('none') ? ['none'] : [])];
  return {
    keys: (_, person) => [caseValue(person, name) ?? 'none'],
    heads: keys.map((key) => ({ key, name: state.sites.get(key)?.name ?? '', depth: 0, n: n.get(key) ?? 0 })),
  };
}

/** Every person by number: the case of a code x case matrix. */
function personAxis(people: readonly Case[]): Keyed {
  const byNumber = people.toSorted((a, b) => a.participant.number - b.participant.number);
  return {
    keys: (_, { participant }) => [participant.id],
    heads: byNumber.map(({ participant: { id, pseudonym } }) => ({
      key: id,
      name: pseudonym,
      depth: 0,
      n: 1,
    })),
  };
}

/** Section codes carry the number of their heading at the front of their name: `4.1 High complexity`. */
const SECTION = /^\d+(\.\d+)*\s/;

function codeAxis(state: StudyState, wanted: readonly string[], sections: boolean, n: number): Keyed {
  const tree = flatTree(codeTree(state)).filter(({ code }) => !sections || SECTION.test(code.name));
  const chosen =
    wanted.length > 0
      ? tree.filter(({ code }) => wanted.includes(code.id))
      : tree.filter(({ depth }) => sections || depth === 0);
  const keysOf = new Map<string, string[]>();
  for (const { code } of chosen) {
    for (const id of withDescendants(state, [code.id])) {
      const keys = keysOf.get(id);
      if (keys) keys.push(code.id);
      else keysOf.set(id, [code.id]);
    }
  }
  return {
    keys: ({ codeId }) => keysOf.get(codeId) ?? [],
    heads: chosen.map(({ code, depth }) => ({ key: code.id, name: code.name, depth, n })),
  };
}
