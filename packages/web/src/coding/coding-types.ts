import type { Outputs } from '../api.js';

export type Codebook = Outputs['coding']['codebook'];
export type Code = Codebook['codes'][number];
export type Coder = Codebook['coders'][number];
export type Coding = Outputs['coding']['read']['codings'][number];
export type Memo = Outputs['coding']['read']['memos'][number];

/** A code with the codes under it, for the tree. */
export interface CodeNode {
  code: Code;
  children: CodeNode[];
}

/** The codebook as a tree; codes come in tree order. */
export function treeOf(codes: readonly Code[]): CodeNode[] {
  const nodes = new Map(codes.map((code) => [code.id, { code, children: [] as CodeNode[] }]));
  const top: CodeNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.code.parentId ? nodes.get(node.code.parentId) : undefined;
    (parent?.children ?? top).push(node);
  }
  return top;
}

/** A code and everything under it. */
export function withUnder(codes: readonly Code[], id: string): Set<string> {
  const found = new Set([id]);
  // In tree order a parent comes before its children, so one pass is enough.
  for (const code of codes) if (code.parentId && found.has(code.parentId)) found.add(code.id);
  return found;
}
