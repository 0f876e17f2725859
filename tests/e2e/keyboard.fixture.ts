import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';

/** What a role is called for `getByRole`. */
type Role = Parameters<Page['getByRole']>[0];

/** Most stops of the tab key on one page. */
const STOPS = 160;

/** Somebody without a mouse. Nothing here clicks, points or moves the focus but by keys. */
export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Presses keys one after the other; `Shift+ArrowRight*9` is pressed nine times. */
  async press(...keys: string[]): Promise<void> {
    for (const one of keys) {
      const [key = one, times = '1'] = one.split('*');
      for (let i = 0; i < Number(times); i++) await this.page.keyboard.press(key);
    }
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Whether what has this role and name has the focus. */
  async at(role: Role, name: string | RegExp): Promise<boolean> {
    const wanted = this.page.getByRole(role, { name, exact: true });
    return (await wanted.and(this.page.locator(':focus')).count()) > 0;
  }

  /** Goes on with the tab key until what has this role and name has the focus; each stop on the way must be seen. */
  async tabTo(role: Role, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let i = 0; i < STOPS; i++) {
      if (await this.at(role, name)) return;
      await this.page.keyboard.press(key);
      const { at, wrong } = await this.page.evaluate(focus);
      passed.push(at);
      // Past the last stop the focus is the browser's own for one press.
      if (wrong && at !== 'body') throw new Error(`on the way to ${String(name)}, ${at}: ${wrong}`);
    }
    throw new Error(
      `${role} ${String(name)} was not reached by ${key}; passed ${passed.slice(0, 30).join(' | ')}`,
    );
  }

  /** Within a list, a tree or a menu: goes down until what has this role and name has the focus. */
  async arrowTo(role: Role, name: string | RegExp): Promise<void> {
    for (let i = 0; i < STOPS; i++) {
      if (await this.at(role, name)) return;
      await this.press('ArrowDown');
      const { at, wrong } = await this.page.evaluate(focus);
      if (wrong) throw new Error(`on the way down to ${String(name)}, ${at}: ${wrong}`);
    }
    throw new Error(`${role} ${String(name)} was not reached by the arrow`);
  }

  /** Tabs to a button and presses it. */
  async use(name: string | RegExp, role: Role = 'button'): Promise<void> {
    await this.tabTo(role, name);
    await this.press('Enter');
  }

  /** Opens the browser's file dialog by the button with this name, and chooses a file in it. */
  async chooseFile(button: string, path: string): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.use(button)]);
    await chooser.setFiles(path);
  }

  /** A dialog has opened and taken the focus, and one stands in it. */
  async inDialog(where: string): Promise<void> {
    await this.page.waitForSelector('[role=dialog]:focus-within');
    await this.stand(where);
  }

  /** Here one stands: the focus is somewhere and can be seen, and axe finds nothing wrong. */
  async stand(where: string): Promise<void> {
    const { page } = this;
    const seen = async () => (await page.evaluate(focus)).wrong === null;
    await vi.waitUntil(seen, { timeout: 10_000 }).catch(async (late: unknown) => {
      const { at, wrong } = await page.evaluate(focus);
      throw new Error(`${where}, ${at}: ${wrong ?? String(late)}`);
    });
    const findings = await accessibilityFindings(page);
    if (findings.length > 0) throw new Error(`${where}: ${findings.join('; ')}`);
  }
}

/** What has the focus, and why it cannot be seen; null when it can. */
function focus(): { at: string; wrong: string | null } {
  const element = document.activeElement;
  if (!element || element === document.body) return { at: 'body', wrong: 'nothing has the focus' };
  const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const at = `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} “${label.trim().slice(0, 40)}”`;
  const clear = (colour: string) => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  const ringed = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
    return (
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !clear(outlineColor)) ||
      boxShadow !== 'none'
    );
  };
  // A field shows its caret, the row of a list stands out from the others, all else has a ring around it or what holds it.
  const caret =
    element.matches('input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]') &&
    !clear(getComputedStyle(element).caretColor);
  const role = element.getAttribute('role');
  const others = role
    ? [...(element.parentElement?.querySelectorAll(`[role=${role}]`) ?? [])].filter((one) => one !== element)
    : [];
  const paper = getComputedStyle(element).backgroundColor;
  const apart = others.length > 0 && others.every((one) => getComputedStyle(one).backgroundColor !== paper);
  const around: Element[] = [];
  for (let one: Element | null = element; one && around.length < 5; one = one.parentElement) around.push(one);
  // What is there for a screen reader only (a pixel wide) has no ring that anybody sees.
  const hidden = around.findLastIndex((one) => one.getBoundingClientRect().width <= 1);
  const shown = caret || apart ? element : around.slice(hidden + 1).find(ringed);
  if (!shown) return { at, wrong: 'nothing shows that it has the focus' };
  const box = shown.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top);
  const bottom = Math.min(innerHeight, box.bottom);
  if (right - left < 1 || bottom - top < 1) return { at, wrong: 'it is outside the window' };
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const covered = over && !shown.contains(over) && !over.contains(shown);
  return { at, wrong: covered ? `it lies under ${over.tagName}.${over.getAttribute('class')}` : null };
}
