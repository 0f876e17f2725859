import type { EditorView } from '@codemirror/view';
import { useEffect } from 'react';
import { useChoice } from '../../routes.js';
import { showSpan } from './show-span.js';

/** Brings the place that the address names (`from`, `to`) into sight once the text is there. */
export function usePlace(view: EditorView | null): void {
  const [from] = useChoice('from');
  const [to] = useChoice('to');
  useEffect(() => {
    if (!view || from === undefined) return;
    const start = Number(from);
    if (Number.isInteger(start)) showSpan(view, start, Number(to ?? from) || start);
  }, [view, from, to]);
}
