import type { Page } from 'playwright-core';

/** Goes on with the tab key until what has the focus is called so, by its label or by the words on it. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      // Nothing has the focus.
      if (!at || at === document.body) return '';
      const labels = [...(at.labels ?? [])].map((label) => label.textContent).join(' ');
      // What only holds others is not called by their words.
      const words = at.matches('button, a') ? at.textContent : '';
      return [at.getAttribute('aria-label'), labels, words].filter(Boolean).join(' ').trim();
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing called ${String(name)} has the focus`);
}
