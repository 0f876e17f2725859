import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Keys } from './keys.js';

/** How long the pointer rests before the name is shown, in milliseconds. */
const REST = 400;
const GAP = 6;

interface Tip {
  over: Element;
  words: string;
  keys: string | undefined;
}

/**
 * The one tooltip of the page: the name of what has a `data-tip`, shown where the pointer rests or the keyboard's focus comes, and the
 * key in `data-tip-keys`. Escape puts it away. It says nothing that is not the element's name already.
 */
export function Tooltip() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let waiting = 0;
    const named = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
    const hide = () => {
      clearTimeout(waiting);
      setTip(null);
    };
    const show = (over: HTMLElement) =>
      setTip({ over, words: over.dataset['tip'] ?? '', keys: over.dataset['tipKeys'] });
    const onOver = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const over = named(event.target);
      if (over && over === named(event.relatedTarget)) return;
      hide();
      if (over) waiting = window.setTimeout(() => show(over), REST);
    };
    const onFocus = (event: FocusEvent) => {
      const over = named(event.target);
      hide();
      if (over?.matches(':focus-visible')) show(over);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    const told = new AbortController();
    const at = { signal: told.signal, capture: true, passive: true };
    document.addEventListener('pointerover', onOver, at);
    document.addEventListener('focusin', onFocus, at);
    document.addEventListener('keydown', onKey, at);
    for (const gone of ['pointerdown', 'focusout', 'scroll', 'click'])
      document.addEventListener(gone, hide, at);
    document.documentElement.addEventListener('pointerleave', hide, { signal: told.signal });
    return () => {
      told.abort();
      clearTimeout(waiting);
    };
  }, []);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!tip || !shown || !tip.over.isConnected) return;
    // Above dialogs too.
    shown.showPopover();
    const named = tip.over.getBoundingClientRect();
    const { width, height } = shown.getBoundingClientRect();
    const left = named.left + (named.width - width) / 2;
    const above = named.top - GAP - height;
    shown.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`;
    shown.style.top = `${above >= GAP ? above : named.bottom + GAP}px`;
  }, [tip]);
  if (!tip) return null;
  return (
    <div className="tooltip" popover="manual" ref={box} aria-hidden="true">
      {tip.words}
      {tip.keys && <Keys keys={tip.keys} />}
    </div>
  );
}
