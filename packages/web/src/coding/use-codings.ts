import { useMemo, useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { inTextOrder, type CodedSource, type Coding } from './coding-types.js';

const PENDING = 'pending';
export const isPending = ({ id }: Coding): boolean => id.startsWith(PENDING);
let made = 0;

const key = ({ from, to, codeId, coderId }: Coding) => `${from} ${to} ${codeId} ${coderId}`;

/**
 * The codings of a text as the reader means them: what was just added is there at once, what was just removed is gone,
 * before the study has answered. A refusal takes it back, and the status line says why.
 */
export function useCodings(open: CodedSource | undefined): {
  codings: Coding[];
  add: (span: { from: number; to: number }, codeIds: string[], coderId: string) => Promise<void>;
  remove: (coding: Coding) => void;
} {
  const [pending, setPending] = useState<readonly Coding[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const adding = useChange(api.coding.add);
  const removing = useChange(api.coding.remove);
  const stored = open?.codings;
  const sourceId = open?.source.id;
  const codings = useMemo(() => {
    const there = (stored ?? []).filter(({ id }) => !gone.has(id));
    const keys = new Set(there.map(key));
    const waiting = pending.filter((one) => one.sourceId === sourceId && !keys.has(key(one)));
    return [...there, ...waiting].sort(inTextOrder);
  }, [stored, sourceId, pending, gone]);

  const add = async (span: { from: number; to: number }, codeIds: string[], coderId: string) => {
    if (!open) return;
    const { id, version } = open.source;
    const createdAt = new Date().toISOString();
    const rows = codeIds.map((codeId) => ({
      id: `${PENDING}${++made}`,
      sourceId: id,
      version,
      ...span,
      codeId,
      coderId,
      createdAt,
    }));
    setPending((now) => [...now, ...rows]);
    try {
      await adding.mutateAsync({ sourceId: id, version, ...span, codeIds, coderId });
    } catch {
      // The status line has said why.
    } finally {
      setPending((now) => now.filter((one) => !rows.includes(one)));
    }
  };
  const remove = (coding: Coding) => {
    if (isPending(coding)) return;
    setGone((now) => new Set(now).add(coding.id));
    const back = () =>
      setGone((now) => {
        const next = new Set(now);
        next.delete(coding.id);
        return next;
      });
    removing.mutateAsync({ id: coding.id }).then(back, back);
  };
  return { codings, add, remove };
}
