import { useState } from 'react';

/** What a form holds before it is saved. It begins anew when the value itself changes: saved, undone, or another row. */
export function useDraft<T extends object>(
  value: T,
): { draft: T; set: (part: Partial<T>) => void; dirty: boolean } {
  const stamp = JSON.stringify(value);
  const [held, hold] = useState({ stamp, draft: value });
  const draft = held.stamp === stamp ? held.draft : value;
  return {
    draft,
    set: (part) => hold({ stamp, draft: { ...draft, ...part } }),
    dirty: JSON.stringify(draft) !== stamp,
  };
}
