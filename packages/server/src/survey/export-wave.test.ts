import { insert, update } from '@bagom/core';
import { readQuestionnaire, readSurveyFile, type SurveyTable } from '@bagom/formats';
import { blobOf, newId } from '@bagom/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';

let served: ServedStudy;
let waveId: string;
let modelId: string;
const posteriors = Float32Array.from({ length: 120 }, (_, at) => {
  const row = Math.floor(at / 2);
  if (row === 7) return NaN;
  const p = (row % 10) / 9;
  return at % 2 === 0 ? p : 1 - p;
});

beforeEach(async () => {
  served = await servedStudy();
  ({ waveId } = await fill(served));
  const blob = blobOf(new Uint8Array(posteriors.buffer.slice(0)));
  modelId = newId();
  const fit = {
    loglik: 0,
    npar: 0,
    aic: 0,
    bic: 0,
    abic: 0,
    entropy: 1,
    n: 60,
    patterns: 1,
    shares: [],
    probs: [],
  };
  const model = {
    id: modelId,
    waveId,
    name: '2 klasser',
    indicators: [],
    classes: 2,
    weightId: null,
    missing: 'fiml' as const,
    seed: 1,
    starts: 1,
    chosen: false,
    classNames: ['Udsat', ''],
    fit: { ...fit, categories: [], maxima: [], identified: true, warnings: [], compared: [] },
    posteriors: blob.hash,
    settings: null,
    reason: null,
  };
  const ensom = [...served.study.state.variables.values()].find(({ name }) => name === 'ensom')!;
  await served.study.commit(
    'classes.fit',
    'x',
    [
      insert('classModels', model),
      update('variables', ensom.id, {
        label: 'Ensom?',
        labels: [
          { value: 1, label: 'Ja' },
          { value: 2, label: 'Nej' },
        ],
        userMissing: [9],
      }),
    ],
    [blob],
  );
});
afterEach(() => served.close());

const fetched = async (query: string): Promise<{ bytes: Uint8Array; name: string | null }> => {
  const response = await served.ask('GET', `/files/waves/${waveId}?${query}`);
  expect(response.status).toBe(200);
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    name: response.headers.get('content-disposition'),
  };
};
const column = ({ columns }: SurveyTable, name: string) => columns.find((one) => one.name === name)!;

test.each(['sav', 'dta'])(
  'a wave comes back from a .%s with classes under their names and every posterior as it was',
  async (format) => {
    const { bytes, name } = await fetched(`format=${format}&modelId=${modelId}`);
    expect(name).toContain(`svar-2025.${format}`);
    const table = readSurveyFile(bytes, 'ud');
    expect(table.rows).toBe(60);
    expect(column(table, 'ensom')).toMatchObject({
      label: 'Ensom?',
      labels: [
        { value: 1, label: 'Ja' },
        { value: 2, label: 'Nej' },
      ],
    });
    const modal = column(table, 'klasse');
    expect(modal.labels).toEqual([
      { value: 1, label: 'Udsat' },
      { value: 2, label: 'Klasse 2' },
    ]);
    expect([...modal.values].slice(0, 10)).toEqual([2, 2, 2, 2, 2, 1, 1, NaN, 1, 1]);
    for (const [k, own] of ['p_klasse1', 'p_klasse2'].entries()) {
      const values = column(table, own).values as Float64Array;
      // Posteriors are kept as 32-bit floats: they come back as exactly those numbers.
      for (let row = 0; row < 60; row++) expect(values[row]).toBe(posteriors[row * 2 + k]);
    }
    expect(column(table, 'p_klasse1').label).toBe('Sandsynlighed for Udsat');
  },
);

test('an SPSS file weights by the wave’s weight and keeps what counts as no answer', async () => {
  const table = readSurveyFile((await fetched('format=sav')).bytes, 'ud');
  expect(table.weight).toBe('vægt');
  expect(column(table, 'ensom')).toMatchObject({ missing: { values: [9] } });
  expect(table.columns.map(({ name }) => name)).not.toContain('klasse');
});

test('columns that tell respondents apart are left out unless they are asked for', async () => {
  expect(
    readSurveyFile((await fetched('format=csv')).bytes, 'x').columns.map(({ name }) => name),
  ).not.toContain('id');
  const asked = await fetched('format=csv&respondents=true');
  expect(readSurveyFile(asked.bytes, 'x').columns[0]?.name).toBe('id');
  expect(
    await served.get('GET', `/api/survey/waves/${waveId}/export?format=sav&modelId=${modelId}`),
  ).toMatchObject({
    leftOut: ['id'],
    added: ['klasse', 'p_klasse1', 'p_klasse2'],
    respondents: 60,
    variables: 8,
    notes: [],
  });
});

test('names that a format refuses are changed, and it is told', async () => {
  const [variable] = [...served.study.state.variables.values()].filter(({ name }) => name === 'ensom');
  await served.study.commit('variable.change', 'x', [
    update('variables', variable!.id, { name: 'ensom[SQ001]' }),
  ]);
  const { notes } = await served.get<{ notes: unknown }>(
    'GET',
    `/api/survey/waves/${waveId}/export?format=sav`,
  );
  expect(notes).toEqual([{ line: null, kind: 'renamed-variable', text: 'ensom[SQ001] → ensom_SQ001_' }]);
});

test('Danish Excel has its signs, and a codebook has no answers', async () => {
  const excel = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    (await fetched('format=csv-excel')).bytes,
  );
  expect(excel.split('\r\n').slice(0, 2)).toEqual(['\uFEFFvægt;ensom;udenfor;venner;alder', '0,5;1;2;1;18']);
  const { bytes, name } = await fetched(`format=ddi&modelId=${modelId}`);
  expect(name).toContain('.xml');
  const { variables } = await readQuestionnaire(bytes, 'ud.xml');
  expect(variables.map(({ name: own }) => own)).toEqual([
    'vægt',
    'ensom',
    'udenfor',
    'venner',
    'alder',
    'klasse',
    'p_klasse1',
    'p_klasse2',
  ]);
  expect(variables[1]).toMatchObject({
    label: 'Ensom?',
    missing: ['9'],
    labels: [{ value: '1', label: 'Ja' }, { value: '2' }],
  });
  expect(variables[0]?.role).toBe('weight');
});

test('a model of another wave, a wave that is not there and an unknown format are refused', async () => {
  const refused = async (path: string) => (await served.ask('GET', path)).status;
  expect(await refused(`/files/waves/${waveId}?format=sav&modelId=nope`)).toBe(404);
  expect(await refused(`/files/waves/nope?format=sav`)).toBe(404);
  expect(await refused(`/files/waves/${waveId}?format=xls`)).toBe(404);
});
