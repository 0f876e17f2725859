import type { StudyState } from '../study/state.js';
import type { Code } from './coding.js';

/** A code with its place in the tree. */
export interface CodeNode {
  code: Code;
  depth: number;
  /** Names from the top, joined by `/`. */
  path: string;
  children: CodeNode[];
}

/** The codebook as a tree, siblings in the researcher's order. */
export function codeTree(state: StudyState): CodeNode[] {
  const byParent = new Map<string | null, Code[]>();
  for (const code of state.codes.values()) {
    const siblings = byParent.get(code.parentId);
    if (siblings) siblings.push(code);
    else byParent.set(code.parentId, [code]);
  }
  const branch = (parentId: string | null, depth: number, above: string): CodeNode[] =>
    (byParent.get(parentId) ?? [])
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map((code) => {
        const path = above ? `${above}/${code.name}` : code.name;
        return { code, depth, path, children: branch(code.id, depth + 1, path) };
      });
  return branch(null, 0, '');
}

/** The nodes of a tree, parents before children. */
export function flatTree(nodes: readonly CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...flatTree(node.children)]);
}

/** The ids of these codes and of everything under them. */
export function withDescendants(state: StudyState, codeIds: Iterable<string>): Set<string> {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of state.codes.values()) {
    if (parentId === null) continue;
    const list = children.get(parentId);
    if (list) list.push(id);
    else children.set(parentId, [id]);
  }
  const found = new Set<string>();
  const waiting = [...codeIds];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(children.get(id) ?? []));
  }
  return found;
}

/** A code's names from the top, joined by `/`; empty for a code that is not there. */
export function codePath(state: StudyState, codeId: string): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let id: string | null = codeId; id !== null && !seen.has(id);) {
    seen.add(id);
    const code: Code | undefined = state.codes.get(id);
    if (!code) break;
    names.unshift(code.name);
    id = code.parentId;
  }
  return names.join('/');
}

/** The code at a path such as `Relationer/Ensomhed`, or undefined. */
export function codeAtPath(state: StudyState, path: string): Code | undefined {
  return flatTree(codeTree(state)).find((node) => node.path === path)?.code;
}
