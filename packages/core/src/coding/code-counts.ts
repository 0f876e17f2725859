import { casesOf, mayCount } from '../fieldwork/cases.js';
import type { StudyState } from '../study/state.js';
import { codeTree, type CodeNode } from './codebook.js';
import type { Code } from './coding.js';

/** A code with its place in the tree, and how many persons and passages stand in it and under it. */
export interface CodeCount extends Code {
  path: string;
  depth: number;
  persons: number;
  passages: number;
}

/** The codebook in tree order with its counts. A person counts once in a code however many codes under it are theirs. */
export function codeCounts(state: StudyState): CodeCount[] {
  // Passages are what stands in the texts; persons are those who have not withdrawn.
  const withdrawn = new Set(
    casesOf(state)
      .filter((person) => !mayCount(person))
      .map(({ participant }) => participant.id),
  );
  const persons = new Map<string, Set<string>>();
  const passages = new Map<string, number>();
  for (const { codeId, sourceId } of state.codings.values()) {
    passages.set(codeId, (passages.get(codeId) ?? 0) + 1);
    const participantId = state.sources.get(sourceId)?.participantId;
    if (!participantId || withdrawn.has(participantId)) continue;
    let set = persons.get(codeId);
    if (!set) persons.set(codeId, (set = new Set()));
    set.add(participantId);
  }
  const rows: CodeCount[] = [];
  const visit = ({ code, depth, path, children }: CodeNode): { people: Set<string>; passages: number } => {
    const row: CodeCount = { ...code, path, depth, persons: 0, passages: passages.get(code.id) ?? 0 };
    rows.push(row);
    const people = new Set(persons.get(code.id));
    for (const child of children) {
      const below = visit(child);
      for (const id of below.people) people.add(id);
      row.passages += below.passages;
    }
    row.persons = people.size;
    return { people, passages: row.passages };
  };
  for (const node of codeTree(state)) visit(node);
  return rows;
}
