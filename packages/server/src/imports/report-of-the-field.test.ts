import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStudy, type StudyFile } from '@bagom/store';
import { readReport } from '@bagom/formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf } from '../report/audit-printed.js';
import { reportText } from '../report/audit-study.js';
import { importFile } from './import-file.js';

const file = new URL('../../../../../shared/study/report.txt', import.meta.url).pathname;

// The published report that Bagom was made for. It lies beside the project, not in it.
describe.runIf(existsSync(file))('the report of the field (skipped when ../shared is absent)', () => {
  let folder: string;
  let study: StudyFile;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bagom-'));
    study = await createStudy(join(folder, 'a.bagom'), { title: 'Rapport', language: 'da', actor: 'test' });
  });
  afterAll(async () => {
    await study.close();
    await rm(folder, { recursive: true });
  });

  test('is read back into a study of 57 people and 167 excerpts, as one operation', async () => {
    const { made, as } = await importFile(study, readFileSync(file), { fileName: 'report.txt' });
    expect(as).toBe('report');
    expect(made).toEqual(
      expect.arrayContaining([
        { what: 'people', n: 57 },
        { what: 'excerpts', n: 167 },
        { what: 'codings', n: 167 },
      ]),
    );
    expect(await study.operationCount()).toBe(2);
    expect(study.state.participants.size).toBe(57);
    expect(study.state.sources.size).toBe(167);
    expect(await study.verify()).toEqual([]);
  });

  test('prints as a report that reads the same', async () => {
    const before = readReport(readFileSync(file, 'utf8'));
    const text = await reportText(study);
    const after = readReport(text);
    const shape = (report: typeof before) => ({
      people: report.people,
      sections: report.sections.map(({ number, title, excerpts }) => [
        number,
        title.replace(/\s+/g, ' '),
        excerpts,
      ]),
      excerpts: report.excerpts.map(({ person, age, section, turns }) => [
        person,
        age,
        section,
        turns.map(({ role, text: said }) => `${role} ${said.replace(/\s+/g, ' ').trim()}`),
      ]),
    });
    expect(shape(after).people).toEqual(shape(before).people);
    expect(shape(after).sections).toEqual(shape(before).sections);
    expect(shape(after).excerpts).toEqual(shape(before).excerpts);
    expect(auditOf(before).length).toBeGreaterThan(0);
  });
});
