import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../../api.js';
import { useMessages } from '../../language.js';
import { useActions } from '../../parts/actions.js';
import { CODER, useRemembered } from '../../parts/remembered.js';
import type { Choice } from '../../routes.js';
import { MemoDialog } from './memo-dialog.js';
import type { About } from './memo-types.js';

/** What the address has chosen, by what a memo can be about. */
const CHOSEN: readonly [Choice, About['about']][] = [
  ['memo', 'memo'],
  ['claim', 'claim'],
  ['participant', 'participant'],
  ['site', 'site'],
  ['code', 'code'],
  ['source', 'source'],
];

/** M on every page: a memo about what is looked at there, or about the study. */
export function MemoAnywhere() {
  const m = useMessages();
  const [writing, setWriting] = useState(false);
  useActions(
    [{ id: 'memo.write', name: m.coding.memoNew, keys: 'm', run: () => setWriting(true) }],
    'everywhere',
  );
  return writing ? <Writing onClose={() => setWriting(false)} /> : null;
}

function Writing({ onClose }: { onClose: () => void }) {
  const search = useSearch({ strict: false });
  const m = useMessages();
  const read = useQuery(queries.memos());
  const [coder] = useRemembered<string | null>(CODER, null);
  const codebook = useQuery(queries.codebook());
  if (!read.data || !codebook.data) return null;
  const { subjects } = read.data;
  const known = codebook.data.coders.find(({ id }) => id === coder) ?? codebook.data.coders[0];
  const chosen = CHOSEN.flatMap(([choice, about]) => {
    const aboutId = search[choice];
    const found = subjects.find((one) => one.about === about && one.id === aboutId);
    return found ? [{ about, aboutId: found.id, name: found.name }] : [];
  });
  const study = { about: 'study' as const, aboutId: '', name: m.words.memoAbout.study };
  return (
    <MemoDialog begun={{ subjects: [...chosen, study] }} coderId={known?.id ?? null} onClose={onClose} />
  );
}
