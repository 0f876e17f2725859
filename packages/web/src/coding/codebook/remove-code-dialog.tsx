import { useQuery } from '@tanstack/react-query';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Read } from '../../parts/read.js';
import type { Code } from '../coding-types.js';
import { CodebookAct } from './codebook-act.js';

const KINDS = [
  'codes',
  'codings',
  'persons',
  'examples',
  'evidence',
  'claims',
  'matrices',
  'doubleCodings',
  'resolutions',
] as const;

/** Removes a code once it has been said what goes with it. */
export function RemoveCodeDialog({ code, onClose }: { code: Code; onClose: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const hanging = useQuery(queries.hangingOnCode(code.id));
  const remove = useChange(api.coding.removeCode, { onDone: onClose });
  return (
    <CodebookAct
      title={words.removeTitle(code.path.replaceAll('/', ' › '))}
      size="small"
      act={words.removeAct}
      able={hanging.data !== undefined && !remove.isPending}
      danger
      onAct={(note) => remove.mutate({ id: code.id, withAll: true, note })}
      onClose={onClose}
    >
      <Read query={hanging} lines={3}>
        {(found) => {
          const told = KINDS.filter((kind) => found[kind] > 0);
          if (told.length === 0 && found.memos === 0) return <p>{words.removeNothing}</p>;
          return (
            <>
              {told.length > 0 && <p>{words.removeLead}</p>}
              <ul>
                {told.map((kind) => (
                  <li key={kind}>{f.count(found[kind], words.hanging[kind])}</li>
                ))}
              </ul>
              {found.memos > 0 && <p>{words.removeMemos(f.count(found.memos, m.words.counts.memos))}</p>}
            </>
          );
        }}
      </Read>
    </CodebookAct>
  );
}
