import { insert } from '@bagom/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bytesOf, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { importFile } from '../imports/import-file.js';
import { auditPrinted } from './audit-printed.js';
import { auditStudy, replacementsIn, reportText } from './audit-study.js';

let served: ServedStudy;
beforeEach(async () => {
  served = await servedStudy();
});
afterEach(() => served.close());

const REPORT = `Et hæfte

1 Naboer

En beboer fortæller:

Interviewer: Hvem hilser du på?

Signe: Jeg hilser på Mikkel, når vi går gennem [bynavn]. (Signe, 34 år)
`;

test('a name that the study chose for a third person is not told as forgotten, any other is', async () => {
  const { study } = served;
  await importFile(study, bytesOf(REPORT), { fileName: 'hæfte.txt', as: 'report' });
  const unmasked = async () =>
    (await auditStudy(study)).filter(({ rule }) => rule === 'unmasked').map(({ message }) => message.en);
  expect(await unmasked()).toEqual([expect.stringContaining('»Mikkel« stands open')]);
  await study.commit('entity.add', 'Mikkel', [
    insert('entities', { id: 'm', kind: 'person', replacement: 'Mikkel', note: '' }),
  ]);
  expect(replacementsIn(study.state)).toEqual(['Mikkel']);
  expect(await unmasked()).toEqual([]);
  // The text alone cannot know.
  expect(auditPrinted(await reportText(study)).some(({ rule }) => rule === 'unmasked')).toBe(true);
});
