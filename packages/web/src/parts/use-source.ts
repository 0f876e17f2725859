import { useState } from 'react';
import { useChoice, useChoose } from '../routes.js';
import { useActions } from './actions.js';
import { useMessages } from '../language.js';
import type { SourceEntry } from './source-list.js';

/**
 * The text in hand: the one in the address, else the person's, else the one
 * preferred (what is left to do), else the first. Choosing another forgets the place in the
 * old one. Shift+N and Shift+P go to the next and the previous.
 */
export function useSource(
  sources: readonly SourceEntry[] | undefined,
  prefer?: (source: SourceEntry) => boolean,
): {
  source: SourceEntry | undefined;
  choose: (id: string) => void;
  next: (() => void) | null;
  previous: (() => void) | null;
} {
  const m = useMessages();
  const [asked] = useChoice('source');
  const [participant] = useChoice('participant');
  const set = useChoose();
  const choose = (id: string) =>
    set({ source: id, participant: undefined, from: undefined, to: undefined, coding: undefined });
  const found =
    sources?.find(({ id }) => id === asked) ??
    (participant ? sources?.find(({ participantId }) => participantId === participant) : undefined);
  // Chosen once: what is preferred changes while one works, and the text must not change under the hand.
  const [preferred] = useState(() => (prefer ? sources?.find(prefer)?.id : undefined));
  const source = found ?? sources?.find(({ id }) => id === preferred) ?? sources?.[0];
  const at = source ? (sources?.indexOf(source) ?? -1) : -1;
  const after = sources?.[at + 1];
  const before = sources?.[at - 1];
  const next = after ? () => choose(after.id) : null;
  const previous = before ? () => choose(before.id) : null;
  useActions([
    { id: 'source.next', name: m.transcripts.next, keys: 'shift+n', run: () => next?.(), disabled: !next },
    {
      id: 'source.previous',
      name: m.transcripts.previous,
      keys: 'shift+p',
      run: () => previous?.(),
      disabled: !previous,
    },
  ]);
  return { source, choose, next, previous };
}
