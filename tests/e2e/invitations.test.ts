import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { tabTo } from './tab-to.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Fieldwork {
  people: { pseudonym: string; channel: string; surveyClass: string; complexity: string | null }[];
}
interface List {
  invitations: { state: string; className: string }[];
}

describe.skipIf(!CHROMIUM)('by keyboard alone, from the classes to a participant', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('respondents are drawn for the list, one agrees and takes part; every page on the way is accessible', async () => {
    const { page, complaints } = await bench.page('da');
    const findings: string[] = [];
    const check = async (where: string) => {
      for (const finding of await accessibilityFindings(page)) findings.push(`${where}: ${finding}`);
    };
    const read = <T>(path: string) =>
      page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;
    const list = async () => (await read<List>('/api/fieldwork/invitations')).invitations;
    const before = (await list()).length;

    for (const view of ['choose', 'profile']) {
      await page.goto(bench.address(`/classes?view=${view}`));
      await page.waitForLoadState('networkidle');
      await check(view);
    }
    await page.goto(bench.address('/classes?view=respondents'));
    await page.waitForSelector('.posterior-bar');
    await check('respondents');

    await page.keyboard.press('i');
    await page.waitForSelector('.draw');
    await expect.poll(() => page.textContent('.dialog-foot')).toContain('15 af 15');
    await check('draw');
    await tabTo(page, /^ *Træk 15/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fieldwork?view=invitations');
    await expect.poll(async () => (await list()).length).toBe(before + 15);

    // The key first: the link between participant and respondent is kept in it.
    await page.waitForSelector('.fieldwork-table tbody tr');
    await check('invitations');
    await tabTo(page, /Vis rigtige navne/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type('bag om tallene');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });

    await tabTo(page, /^ *Alle \(/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.waitForSelector('.state-choice');
    const chosen = new URL(page.url()).searchParams.get('invitation');
    await page.keyboard.press('3');
    const stateOf = async () => {
      const found = (await list()) as (List['invitations'][number] & { id: string })[];
      return found.find(({ id }) => id === chosen)?.state;
    };
    await expect.poll(stateOf).toBe('agreed');
    await tabTo(page, /^ *Gør til deltager/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#invited-person input');
    await check('participant');
    await page.keyboard.type('Rut');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fieldwork?participant=**');
    const { people } = await read<Fieldwork>('/api/fieldwork');
    expect(people.find(({ pseudonym }) => pseudonym === 'Rut')).toMatchObject({
      channel: 'respondent',
      complexity: null,
    });
    await page.waitForSelector('.respondent-link');
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
