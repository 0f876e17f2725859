import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { json, run, temporaryFolder } from './run-line.fixture.js';

// The published report lies beside the repository and is never copied into it.
const REPORT = fileURLToPath(new URL('../../../../shared/study/report.txt', import.meta.url));

interface Section {
  number: string;
  excerpts: number;
  people: number;
  interviewerTurns: number;
  intervieweeTurns: number;
  unlabelledTurns: number;
}
interface Read {
  excerpts: number;
  people: { name: string; age: number; phase: string; excerpts: number }[];
  sections: Section[];
  anomalies: { line: number; kind: string; text: string }[];
}

describe.skipIf(!existsSync(REPORT))('the published report (skipped when ../shared is absent)', () => {
  const at = temporaryFolder();
  let first: Read;
  beforeAll(async () => {
    await run('new', at('field'));
    first = await json<Read>('import', at('field'), REPORT, '--as', 'report');
  }, 60_000);
  const chapter = ({ sections }: Read, wanted: string) => {
    const { excerpts, people, interviewerTurns, intervieweeTurns, unlabelledTurns } = sections.find(
      ({ number }) => number === wanted,
    )!;
    return { excerpts, people, interviewerTurns, intervieweeTurns, unlabelledTurns };
  };

  test('has 167 excerpts by 57 people, each with one age', () => {
    expect([first.excerpts, first.people.length]).toEqual([167, 57]);
    expect(new Set(first.people.map(({ name }) => name)).size).toBe(57);
    expect(first.people.reduce((sum, { excerpts }) => sum + excerpts, 0)).toBe(167);
    expect(first.anomalies.length).toBeGreaterThan(20);
  });

  test('has 61 excerpts of 36 people in chapter 4 and 33 of 25 in chapter 5, with the published turns', () => {
    expect(chapter(first, '4')).toMatchObject({
      excerpts: 61,
      people: 36,
      interviewerTurns: 132,
      intervieweeTurns: 156,
    });
    const five = chapter(first, '5');
    expect(five).toMatchObject({ excerpts: 33, people: 25, interviewerTurns: 93 });
    // The close reading of chapter 5 counts its one monologue without a label; that of chapter 4 leaves its ten out.
    expect(five.intervieweeTurns + five.unlabelledTurns).toBe(100);
  });

  test('comes back the same from a report that was printed of it', async () => {
    expect((await run('report', at('field'), '--out', at('again.txt'))).code).toBe(0);
    await run('new', at('again'));
    const second = await json<Read>('import', at('again'), at('again.txt'));
    expect([second.excerpts, second.people]).toEqual([first.excerpts, first.people]);
    for (const number of ['4', '5', '6', '7']) {
      const { unlabelledTurns: bare, intervieweeTurns, ...rest } = chapter(first, number);
      const { unlabelledTurns: bareAgain, intervieweeTurns: again, ...restAgain } = chapter(second, number);
      expect(restAgain).toEqual(rest);
      expect(again + bareAgain).toBe(intervieweeTurns + bare);
    }
    expect(await json('check', at('again'))).toMatchObject({ ok: true });
  });

  test('has persons by section and life phase', async () => {
    const { rows, cells, n } = await json<{
      rows: { key: string }[];
      cells: { row: string; col: string; persons: number }[];
      n: number;
    }>('matrix', at('field'), '--rows', 'section', '--cols', 'phase');
    expect(n).toBe(57);
    expect(rows.map(({ key }) => key)).toContain('4.1.1');
    const four = cells.filter(({ row }) => row === '4');
    expect(four.reduce((sum, { persons }) => sum + persons, 0)).toBe(36);
  });

  test('gives an audit something to point at, in both languages', async () => {
    const english = await run('audit', REPORT, '--lang', 'en');
    const danish = await run('audit', REPORT);
    expect([english.code, danish.code]).toEqual([1, 1]);
    expect(english.out).toContain('in 167 excerpts from 57 persons');
    expect(danish.out).toContain('i 167 uddrag fra 57 personer');
  });
});
