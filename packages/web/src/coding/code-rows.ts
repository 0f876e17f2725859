import type { Code } from './coding-types.js';

/** A code as a line of the tree: how deep it stands, and among how many of its own depth. */
export interface CodeRow {
  code: Code;
  /** 1 at the top. */
  level: number;
  position: number;
  size: number;
  /** Whether the codes under it are shown; undefined where there are none. */
  open: boolean | undefined;
}

/** Where a code that is dragged would come to stand, seen from the code it is over. */
export type DropPlace = 'before' | 'on' | 'after';

/** The lines that are shown: every code but those under a closed one. Codes come in tree order. */
export function codeRows(codes: readonly Code[], closed: ReadonlySet<string>): CodeRow[] {
  const sizes = new Map<string | null, number>();
  for (const { parentId } of codes) sizes.set(parentId, (sizes.get(parentId) ?? 0) + 1);
  const places = new Map<string | null, number>();
  const shown = new Map<string, CodeRow>();
  for (const code of codes) {
    const { id, parentId } = code;
    const parent = parentId === null ? null : shown.get(parentId);
    const position = (places.get(parentId) ?? 0) + 1;
    places.set(parentId, position);
    if (parent === undefined || parent?.open === false) continue;
    shown.set(id, {
      code,
      level: (parent?.level ?? 0) + 1,
      position,
      size: sizes.get(parentId) ?? 1,
      open: sizes.has(id) ? !closed.has(id) : undefined,
    });
  }
  return [...shown.values()];
}

/** The line a key leads to, or what it opens or closes; null where it leads nowhere. */
export function stepFrom(
  rows: readonly CodeRow[],
  at: number,
  key: string,
): { to: number } | { open: string } | { close: string } | null {
  const row = rows[at];
  const to = (index: number) => (rows[index] ? { to: index } : null);
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row?.open === false) return { open: row.code.id };
      return row?.open ? to(at + 1) : null;
    case 'ArrowLeft':
      if (row?.open) return { close: row.code.id };
      return to(rows.findIndex(({ code }) => code.id === row?.code.parentId));
    default:
      return null;
  }
}

/** The parent and the next sibling that a code gets where it is dropped; null where it may not stand: in itself or under itself. */
export function dropped(
  codes: readonly Code[],
  moved: string,
  over: string,
  place: DropPlace,
): { parentId: string | null; before: string | null } | null {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const target = byId.get(over);
  if (!target) return null;
  for (let one: Code | undefined = target; one; one = one.parentId ? byId.get(one.parentId) : undefined)
    if (one.id === moved) return null;
  if (place === 'on') return { parentId: over, before: null };
  const { parentId } = target;
  if (place === 'before') return { parentId, before: over };
  const siblings = codes.filter((code) => code.parentId === parentId && code.id !== moved);
  return { parentId, before: siblings[siblings.indexOf(target) + 1]?.id ?? null };
}
