import { insert, mergeCodes, NEW_CODE, update, type Code, type CodingManual } from '@bagom/core';
import { readDocx } from '@bagom/formats';
import { newId } from '@bagom/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { studyManual } from './study-manual.js';

let served: ServedStudy;
beforeEach(async () => {
  served = await servedStudy();
});
afterEach(() => served.close());

const DAY = new Date('2026-03-01T12:00:00Z');
const code = (id: string, values: Partial<Code> = {}): Code => ({
  ...NEW_CODE,
  id,
  parentId: null,
  position: 0,
  name: id,
  hue: 0,
  ...values,
});

/** A study with one transcript of Asta, who may be quoted, and these codes. */
async function study(...codes: Code[]): Promise<{ sourceId: string }> {
  const { study } = served;
  const { sourceId } = await fill(served);
  const person = {
    id: 'asta',
    number: 1,
    pseudonym: 'Asta',
    age: 24,
    phase: null,
    gender: 'f',
    channel: null,
  } as const;
  await study.commit('x.y', '', [
    insert('participants', { ...person, siteId: null, background: null, surveyClass: null, situation: '' }),
    insert('consents', {
      id: 'c',
      participantId: 'asta',
      givenAt: '2026-01-01',
      scope: 'quote',
      withdrawnAt: null,
    }),
    update('sources', sourceId, { participantId: 'asta' }),
    ...codes.map((one) => insert('codes', one)),
  ]);
  return { sourceId };
}
const examplesOf = ({ codes }: CodingManual, id: string) =>
  codes.find((one) => one.id === id)?.printedExamples;

test('an example is a quote: found in the texts, printed masked, and held back after a withdrawal', async () => {
  const { sourceId } = await study(
    code('kaffe', { example: '»Det var rart, Grethe laver kaffe. […] Grethes hund var der også.«' }),
    code('egne', { example: 'fx når nogen taler om kaffe' }),
    code('navn', { example: 'fx Grethe' }),
  );
  const { text } = await served.get<{ text: string }>('GET', `/api/transcripts/${sourceId}`);
  const mask = (id: string, decision: 'open' | 'mask') => {
    const from = text.indexOf('Grethe laver');
    const place = { sourceId, version: 1, from, to: from + 6 };
    return { id, ...place, entityId: null, kind: 'person' as const, decision, reason: '' };
  };
  await served.study.commit('x.y', '', [insert('mentions', mask('m', 'open'))]);
  const before = await studyManual(served.study, DAY);
  expect(examplesOf(before, 'kaffe')).toEqual([{ kind: 'withheld', reasons: ['not-masked'] }]);
  expect(examplesOf(before, 'navn')).toEqual([{ kind: 'withheld', reasons: ['not-masked'] }]);
  expect(examplesOf(before, 'egne')).toEqual([{ kind: 'own', text: 'fx når nogen taler om kaffe' }]);

  await served.study.commit('x.y', '', [update('mentions', 'm', { decision: 'mask' })]);
  expect(examplesOf(await studyManual(served.study, DAY), 'kaffe')).toEqual([
    {
      kind: 'quote',
      text: 'Det var rart, [navn] laver kaffe. […] Grethes hund var der også.',
      name: 'Asta',
      age: 24,
    },
  ]);
  // Written down masked already, it is still hers.
  await served.study.commit('x.y', '', [
    update('codes', 'kaffe', { example: 'Det var rart, [navn] laver kaffe.' }),
    update('consents', 'c', { withdrawnAt: '2026-02-01' }),
  ]);
  expect(examplesOf(await studyManual(served.study, DAY), 'kaffe')).toEqual([
    {
      kind: 'withheld',
      reasons: ['withdrawn'],
    },
  ]);
});

test('a passage chosen as an example passes the gate where it stands, and says when its words were corrected', async () => {
  const { sourceId } = await study(code('kaffe'), code('tom'));
  const read = () => served.get<{ text: string }>('GET', `/api/transcripts/${sourceId}`);
  const { text } = await read();
  const words = 'Grethe laver kaffe';
  const from = text.indexOf(words);
  const place = { sourceId, version: 1, from, to: from + words.length };
  const added = await served.ask('POST', '/api/coding/codes/kaffe/examples', { ...place, coderId: null });
  expect(added.status).toBe(200);
  // The same words twice show nothing more.
  expect((await served.ask('POST', '/api/coding/codes/kaffe/examples', { ...place, coderId: null })).ok).toBe(
    false,
  );
  const printed = async () => examplesOf(await studyManual(served.study, DAY), 'kaffe');
  const asta = { kind: 'quote', name: 'Asta', age: 24 };
  expect(await printed()).toEqual([{ ...asta, text: words, changed: false }]);

  const mention = { id: 'm', ...place, to: from + 6, entityId: null, kind: 'person' as const, reason: '' };
  await served.study.commit('x.y', '', [insert('mentions', { ...mention, decision: 'open' })]);
  expect(await printed()).toEqual([{ kind: 'withheld', reasons: ['not-masked'] }]);
  await served.study.commit('x.y', '', [update('mentions', 'm', { decision: 'mask' })]);
  expect(await printed()).toEqual([{ ...asta, text: '[navn] laver kaffe', changed: false }]);

  const corrected = await served.ask('POST', `/api/transcripts/${sourceId}/correct`, {
    version: 1,
    text: text.replace('laver kaffe', 'laver altid kaffe'),
    reason: 'hørt efter',
  });
  expect(corrected.status).toBe(200);
  expect(await printed()).toEqual([{ ...asta, text: '[navn] laver altid kaffe', changed: true }]);
  expect(await (await served.ask('GET', '/files/codebook.txt')).text()).toContain(
    '»[navn] laver altid kaffe« (Asta, 24 år) [ordene er rettet, efter at eksemplet blev valgt]',
  );

  await served.study.commit('x.y', '', [update('consents', 'c', { withdrawnAt: '2026-02-01' })]);
  expect(await printed()).toEqual([{ kind: 'withheld', reasons: ['withdrawn'] }]);
  const { examples } = await served.get<{ examples: { id: string }[] }>(
    'GET',
    '/api/coding/codes/kaffe/examples',
  );
  expect((await served.ask('DELETE', `/api/coding/examples/${examples[0]!.id}`)).status).toBe(200);
  expect(await printed()).toEqual([]);
  await served.study.undo();
  expect(await printed()).toHaveLength(1);
});

test('words copied from a text before it was corrected are still those of the person who said them', async () => {
  const { sourceId } = await study(code('kaffe', { example: 'Det var rart, Grethe laver kaffe.' }));
  const { text } = await served.get<{ text: string }>('GET', `/api/transcripts/${sourceId}`);
  await served.ask('POST', `/api/transcripts/${sourceId}/correct`, {
    version: 1,
    text: text.replace('Det var rart', 'Det er rart'),
    reason: '',
  });
  const printed = async () => examplesOf(await studyManual(served.study, DAY), 'kaffe');
  expect(await printed()).toMatchObject([{ kind: 'quote', name: 'Asta' }]);
  await served.study.commit('x.y', '', [update('consents', 'c', { withdrawnAt: '2026-02-01' })]);
  expect(await printed()).toEqual([{ kind: 'withheld', reasons: ['withdrawn'] }]);
});

test('the manual in Word has a heading a code, its fields, its history, and what it was merged from', async () => {
  await study(
    code('samvær', { definition: 'At være sammen.', use: 'ved selskab', shortName: 'SAM', status: 'active' }),
    code('hygge', { parentId: 'samvær', definition: 'Rar stemning.', useNot: 'ved konflikt' }),
    code('kaffe', { position: 1, status: 'retired' }),
  );
  const stamp = { by: 'Karen', at: '2026-02-02T08:00:00Z', note: 'for smal', newId };
  const { drafts } = mergeCodes(served.study.state, ['kaffe'], 'hygge', stamp);
  await served.study.commit('code.merge', '', drafts);
  const manual = await studyManual(served.study, DAY);
  // One merge is one edit, though both codes have a line in their history.
  expect([manual.edition, manual.persons, manual.date]).toEqual([1, 1, '2026-03-01']);
  expect(served.study.state.codeEvents.size).toBe(2);
  const response = await served.ask('GET', '/files/codebook.docx');
  expect(response.status).toBe(200);
  const { paragraphs } = await readDocx(new Uint8Array(await response.arrayBuffer()), 'x.docx');
  const text = paragraphs.map((one) => one.text).join('\n');
  for (const line of [
    'samvær › hygge',
    'Definition: At være sammen.',
    'Kort navn: SAM',
    'Bruges ikke når: ved konflikt',
    'Personer: 0 / 1',
    '2. februar 2026, Karen: »kaffe« lagt ind i denne: for smal',
  ])
    expect(text).toContain(line);
  const page = await (await served.ask('GET', '/files/codebook.html')).text();
  expect(page).toContain('<dt>Definition</dt><dd>Rar stemning.</dd>');
  expect(page).not.toContain('<script');
  const plain = await (await served.ask('GET', '/files/codebook.txt')).text();
  expect(plain).toContain(
    'Koder, der er gået ud\n  2. februar 2026, Karen: »kaffe« lagt ind i »hygge«: for smal',
  );
});

test('fewer persons than the limit for small cells are not told by number', async () => {
  const { sourceId } = await study(code('a'));
  await served.study.commit('x.y', '', [
    insert('coders', { id: 'k', name: 'Karen', initials: 'K' }),
    insert('codings', {
      id: 'x',
      sourceId,
      version: 1,
      from: 0,
      to: 11,
      codeId: 'a',
      coderId: 'k',
      quoteHash: '',
      createdAt: '',
    }),
  ]);
  const plain = await (await served.ask('GET', '/files/codebook.txt')).text();
  expect(plain).toContain('Personer: få');
});
