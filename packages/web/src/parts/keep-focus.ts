import { takesKeys } from './key-pressed.js';

/** Where the focus was: the element, what it stood in, from the inside out, and the page. */
interface Held {
  element: HTMLElement;
  within: readonly Element[];
  page: string;
}
/** So many places are remembered: a dialog's own stops are passed over when it has closed. */
const MOST = 24;
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), summary, [contenteditable="true"], [tabindex]';

/**
 * Keeps the focus on the page. When what has it is taken away (a row that was removed, a dialog whose button is gone, a page
 * that was left), the browser drops it to the body, and whoever works by keyboard or with a screen reader must begin anew at
 * the top. Then it goes to the same thing drawn anew, else to what came after it, else to the page's heading; from there to
 * the same thing once that is drawn. A focus that a person let go of, by a click beside everything, stays let go.
 * Returns how to stop.
 */
export function keepFocus(): () => void {
  let held: Held[] = [];
  /** The heading that has the focus for want of a better place. */
  let heading: HTMLElement | undefined;
  /** What stood before each thing that was taken away. */
  const before = new WeakMap<Node, Node | null>();
  let asked = 0;
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body || target === heading) return;
    heading = undefined;
    const within: Element[] = [];
    for (let one = target.parentElement; one && one !== document.body; one = one.parentElement)
      within.push(one);
    const now = { element: target, within, page: location.pathname };
    held = [now, ...held.filter(({ element }) => element !== target)].slice(0, MOST);
  };
  const isLost = () => {
    if (!held[0] || held[0].element.isConnected) return false;
    const now = document.activeElement;
    return now === null || now === document.body || now === heading;
  };
  const look = () => {
    asked = 0;
    if (!isLost()) return;
    const place = placeFor(held, before) ?? mainHeading();
    if (place === document.activeElement) return;
    heading = place?.matches('h1') ? place : undefined;
    // A text keeps the place it was scrolled to.
    place?.focus({ preventScroll: place.isContentEditable });
  };
  const seen = new MutationObserver((changes) => {
    for (const { removedNodes, previousSibling } of changes)
      for (const node of removedNodes) if (node instanceof Element) before.set(node, previousSibling);
    // In the next frame: a dialog that closes gives the focus back by itself first.
    if (asked === 0 && isLost()) asked = requestAnimationFrame(look);
  });
  document.addEventListener('focusin', onFocusIn);
  seen.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocusIn);
    seen.disconnect();
    cancelAnimationFrame(asked);
  };
}

const mainHeading = () => document.querySelector<HTMLElement>('main h1[tabindex]') ?? undefined;

/** The nearest place to where the focus was last; of those in a dialog that is gone nothing is left, so the one before counts. */
function placeFor(held: readonly Held[], before: WeakMap<Node, Node | null>): HTMLElement | undefined {
  for (const { element, within, page } of held) {
    if (element.isConnected) {
      if (isStop(element) && !takesKeys(element)) return element;
      continue;
    }
    const inner = within.findIndex(({ isConnected }) => isConnected);
    if (inner === -1) continue;
    let passed = before.get(within[inner - 1] ?? element);
    for (const around of within.slice(inner)) {
      const stops = [...around.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);
      const twins = page === location.pathname ? stops.filter((one) => isTwin(one, element)) : [];
      // All of the page is gone.
      if (twins.length === 0 && (around.matches('main') || around.querySelector('main')))
        return mainHeading();
      // Nobody is put to writing who did not ask for it: the page's keys would go into the field.
      const places = twins.length > 0 ? twins : stops.filter((one) => !takesKeys(one));
      const next = passed?.isConnected ? places.find((one) => isAfter(one, passed!)) : places[0];
      const found = next ?? places.at(-1);
      if (found) return found;
      passed = around;
    }
  }
  return undefined;
}

const isStop = (one: HTMLElement): boolean =>
  one.matches(STOPS) &&
  one.tabIndex >= 0 &&
  one.closest('[inert], [aria-hidden="true"]') === null &&
  one.checkVisibility();

/** The same thing drawn anew. */
const isTwin = (one: HTMLElement, gone: HTMLElement): boolean =>
  one.tagName === gone.tagName && one.classList[0] === gone.classList[0] && nameOf(one) === nameOf(gone);

const nameOf = (one: HTMLElement): string =>
  one.getAttribute('aria-label') ?? (one.isContentEditable ? '' : one.textContent);

const isAfter = (one: Node, place: Node): boolean =>
  (place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !place.contains(one);
