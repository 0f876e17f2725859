import type { Outputs } from '../api.js';

export type Codebook = Outputs['coding']['codebook'];
export type Code = Codebook['codes'][number];
export type Coder = Codebook['coders'][number];
export type Coding = Outputs['coding']['read']['codings'][number];
export type Memo = Outputs['coding']['read']['memos'][number];

/** A code and everything under it. */
export function withUnder(codes: readonly Code[], id: string): Set<string> {
  const found = new Set([id]);
  // In tree order a parent comes before its children, so one pass is enough.
  for (const code of codes) if (code.parentId && found.has(code.parentId)) found.add(code.id);
  return found;
}
