import { memo, useMemo, useState } from 'react';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { codeColour } from '../parts/code-colour.js';
import { Keys } from '../parts/keys.js';
import type { Code, Coder, Coding } from './coding-types.js';

const MOST = 9;
const NONE: readonly string[] = [];

/** The codes last used, newest first; before any was used in this sitting those the coder used last in this text. */
export function useRecent(
  codes: readonly Code[],
  codings: Iterable<Coding>,
  coder: Coder | undefined,
): { codes: Code[]; use: (ids: readonly string[]) => void } {
  const me = coder?.id;
  const [sitting, setSitting] = useState<{ by: string | undefined; ids: readonly string[] }>({
    by: me,
    ids: [],
  });
  // Which codes another used here a moment ago is theirs alone.
  const used = sitting.by === me ? sitting.ids : NONE;
  const full = used.length >= MOST;
  const earlier = useMemo(() => {
    const last = new Map<string, string>();
    if (full) return [];
    for (const { coderId, codeId, createdAt } of codings)
      if (coderId === me && createdAt > (last.get(codeId) ?? '')) last.set(codeId, createdAt);
    return [...last].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([codeId]) => codeId);
  }, [codings, me, full]);
  const found = useMemo(() => {
    const ids = [...new Set([...used, ...earlier])];
    return ids.flatMap((id) => codes.find((code) => code.id === id) ?? []).slice(0, MOST);
  }, [codes, used, earlier]);
  const use = (now: readonly string[]) =>
    // A key keeps its code while the hand is on it: only a code that is not among the nine comes in, at the front.
    setSitting(({ by, ids }) => {
      const shown = found.map(({ id }) => id);
      const fresh = now.filter((id) => !shown.includes(id));
      return { by: me, ids: [...fresh, ...(by === me && ids.length > 0 ? ids : shown)] };
    });
  return { codes: found, use };
}

/** A line below the text: the codes last used with the digit that uses each again. */
export const RecentCodes = memo(function RecentCodes(props: {
  codes: readonly Code[];
  onUse: (id: string) => void;
  onFind: () => void;
}) {
  const m = useMessages();
  return (
    <div className="recent-codes" role="group" aria-label={m.coding.repeatLabel}>
      <div className="recent-row">
        <Button small keys="c" onPress={props.onFind}>
          {m.coding.code}
        </Button>
        {props.codes.length === 0 && <span className="hint">{m.coding.repeatNone}</span>}
        {props.codes.map((code, index) => (
          <button
            key={code.id}
            type="button"
            className="recent-code coded"
            style={codeColour(code.hue)}
            title={code.path.replaceAll('/', ' › ')}
            // The focus stays in the text, with its selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onUse(code.id)}
          >
            <Keys keys={String(index + 1)} />
            <span>{code.name}</span>
          </button>
        ))}
      </div>
    </div>
  );
});
