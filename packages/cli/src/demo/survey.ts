import type { ValueLabel, Variable } from '@bagom/core';
import { randomStream, type Random } from '@bagom/latent-class';
import { readTsv, type TsvRow } from './tsv.js';

const RESPONDENTS = 2300;
/** Of sixty seeds the one whose fitted classes come nearest to the published shares. */
const SEED = 2013;
/** Shares of the three classes in the weighted sample: the published ones of 2017. */
const SHARES = [0.78, 0.18, 0.04] as const;
/** Of all answers to indicators: "don't know", and left empty. */
const DONT_KNOW = 0.008;
const LEFT_EMPTY = 0.006;
const DONT_KNOW_CODE = 9;

const INDICATOR_COLUMNS = [
  'name',
  'area',
  'label',
  'labelEn',
  'value1',
  'value2',
  'p1',
  'p2',
  'p3',
  'note',
] as const;
type Indicator = TsvRow<(typeof INDICATOR_COLUMNS)[number]>;

/** What a codebook says of a variable and a CSV file cannot. */
type VariableMetadata = Pick<Variable, 'name' | 'label' | 'measure' | 'labels' | 'userMissing' | 'role'>;

export interface DemoSurvey {
  /** Semicolons and decimal commas, as a Danish spreadsheet writes them. */
  csv: string;
  metadata: VariableMetadata[];
}

const labels = (...names: string[]): ValueLabel[] => names.map((label, i) => ({ value: i + 1, label }));
const REGIONS = ['Hovedstaden', 'Sjælland', 'Syddanmark', 'Midtjylland', 'Nordjylland'];
const REGION_SHARES = [0.32, 0.14, 0.21, 0.23, 0.1];
const AGE_BANDS = [
  [18, 29],
  [30, 49],
  [50, 69],
  [70, 79],
] as const;
const AGE_SHARES = [0.2, 0.32, 0.33, 0.15];
/** How willing each age band is to answer: the young are hard to get, and the weights make up for it. */
const AGE_WILLING = [0.7, 0.95, 1.2, 1.05];

interface Respondent {
  gender: number;
  age: number;
  band: number;
  region: number;
  town: number;
  weight: number;
  inClass: number;
}

/** The demo's survey: invented respondents drawn with a seed, so that it is the same on every machine. */
export async function demoSurvey(): Promise<DemoSurvey> {
  const indicators = await readTsv('indicators.tsv', INDICATOR_COLUMNS);
  const respondents = people(randomStream(SEED, 0));
  const columns: [name: string, cells: string[]][] = [
    ['nr', respondents.map((_, i) => String(10_001 + i))],
    ['aar', respondents.map(() => '2024')],
    ['koen', respondents.map(({ gender }) => String(gender))],
    ['alder', respondents.map(({ age }) => String(age))],
    ['region', respondents.map(({ region }) => String(region + 1))],
    ['bystr', respondents.map(({ town }) => String(town))],
    ...indicators.map((indicator, i): [string, string[]] => [
      indicator.name,
      answers(indicator, respondents, randomStream(SEED, 10 + i)),
    ]),
    ...extras(respondents, randomStream(SEED, 1)),
    ['vaegt', respondents.map(({ weight }) => weight.toFixed(4).replace('.', ','))],
  ];
  const lines = [columns.map(([name]) => name).join(';')];
  for (let row = 0; row < respondents.length; row++)
    lines.push(columns.map(([, cells]) => cells[row]).join(';'));
  return { csv: `${lines.join('\n')}\n`, metadata: metadataOf(indicators) };
}

/** Draws people, weighs them by gender x age x region to the population, and gives each a class. */
function people(random: Random): Respondent[] {
  const drawn = Array.from({ length: RESPONDENTS }, () => {
    const band = pick(
      AGE_SHARES.map((share, i) => share * AGE_WILLING[i]!),
      random,
    );
    const [youngest, oldest] = AGE_BANDS[band]!;
    const region = pick(REGION_SHARES, random);
    return {
      gender: random() < 0.47 ? 1 : 2,
      age: youngest + Math.floor(random() * (oldest - youngest + 1)),
      band,
      region,
      town: 1 + pick(region === 0 ? [0.75, 0.18, 0.07] : [0.3, 0.4, 0.3], random),
    };
  });
  const cellOf = ({ gender, band, region }: { gender: number; band: number; region: number }) =>
    `${gender}|${band}|${region}`;
  const counts = new Map<string, number>();
  for (const person of drawn) counts.set(cellOf(person), (counts.get(cellOf(person)) ?? 0) + 1);
  const raw = drawn.map(
    (p) => (0.5 * AGE_SHARES[p.band]! * REGION_SHARES[p.region]!) / (counts.get(cellOf(p))! / RESPONDENTS),
  );
  const mean = raw.reduce((a, b) => a + b, 0) / RESPONDENTS;
  const people = drawn.map((person, i) => ({ ...person, weight: raw[i]! / mean, inClass: 0 }));
  spread(people, SHARES, random).forEach((inClass, i) => (people[i]!.inClass = inClass));
  return people;
}

/**
 * Shares out values over people in random order, by their weights: the weighted shares come out as asked, where independent
 * draws would miss a small class by a point.
 */
function spread(people: readonly Respondent[], shares: readonly number[], random: Random): number[] {
  const order = people.map((_, i) => ({ i, key: random() })).sort((a, b) => a.key - b.key);
  const total = people.reduce((sum, { weight }) => sum + weight, 0);
  const values = Array<number>(people.length).fill(shares.length - 1);
  let reached = 0;
  for (const { i } of order) {
    const at = (reached + people[i]!.weight / 2) / total;
    let above = 0;
    values[i] = Math.max(
      0,
      shares.findIndex((share) => (above += share) > at),
    );
    reached += people[i]!.weight;
  }
  return values;
}

/** The answers to one indicator, independent of the others within a class. */
function answers({ p1, p2, p3 }: Indicator, respondents: readonly Respondent[], random: Random): string[] {
  const cells = Array<string>(respondents.length).fill('');
  [p1, p2, p3].map(Number).forEach((probability, inClass) => {
    const rows = respondents.flatMap((person, row) => (person.inClass === inClass ? [row] : []));
    const members = rows.map((row) => respondents[row]!);
    spread(members, [probability, 1 - probability], random).forEach(
      (value, i) => (cells[rows[i]!] = String(value + 1)),
    );
  });
  return cells.map((cell) => {
    const luck = random();
    return luck < LEFT_EMPTY ? '' : luck < LEFT_EMPTY + DONT_KNOW ? String(DONT_KNOW_CODE) : cell;
  });
}

/** Variables of the background that are no indicators: satisfaction, education, working hours, persons at home. */
function extras(respondents: readonly Respondent[], random: Random): [string, string[]][] {
  const satisfaction = respondents.map(({ inClass }) => {
    const middle = [7.9, 5.6, 3.2][inClass]!;
    return String(Math.min(10, Math.max(0, Math.round(middle + 3.2 * (random() + random() - 1)))));
  });
  const education = respondents.map(({ inClass }) =>
    String(1 + pick(inClass === 0 ? [0.18, 0.36, 0.13, 0.21, 0.12] : [0.4, 0.36, 0.08, 0.12, 0.04], random)),
  );
  const hours = respondents.map(({ age, inClass }) => {
    const works = age < 67 && random() < [0.86, 0.5, 0.14][inClass]!;
    return works ? String(Math.min(60, Math.round(20 + 20 * random() + 8 * random()))) : '';
  });
  const household = respondents.map(({ inClass }) =>
    String(1 + pick(inClass === 2 ? [0.66, 0.2, 0.08, 0.06] : [0.27, 0.39, 0.15, 0.19], random)),
  );
  return [
    ['tilfreds', satisfaction],
    ['udd', education],
    ['timer', hours],
    ['husstand', household],
  ];
}

function pick(shares: readonly number[], random: Random): number {
  const total = shares.reduce((a, b) => a + b, 0);
  const at = random() * total;
  let above = 0;
  return shares.findIndex((share) => (above += share) > at);
}

function metadataOf(indicators: readonly Indicator[]): VariableMetadata[] {
  const variable = (
    name: string,
    label: string,
    measure: Variable['measure'],
    more: Partial<VariableMetadata> = {},
  ): VariableMetadata => ({
    role: 'none',
    labels: [],
    userMissing: [],
    name,
    label,
    measure,
    ...more,
  });
  return [
    variable('nr', 'Respondentnummer', 'nominal', { role: 'respondent' }),
    variable('aar', 'Indsamlingsår', 'scale'),
    variable('koen', 'Køn', 'nominal', { labels: labels('Mand', 'Kvinde') }),
    variable('alder', 'Alder i år', 'scale'),
    variable('region', 'Region', 'nominal', { labels: labels(...REGIONS) }),
    variable('bystr', 'Byens størrelse', 'ordinal', {
      labels: labels('Stor by', 'Mellemstor by', 'Lille by eller land'),
    }),
    ...indicators.map(({ name, label, value1, value2 }) =>
      variable(name, label, 'nominal', {
        labels: [...labels(value1, value2), { value: DONT_KNOW_CODE, label: 'Ved ikke' }],
        userMissing: [DONT_KNOW_CODE],
        role: 'indicator',
      }),
    ),
    variable('tilfreds', 'Tilfredshed med livet, 0 til 10', 'ordinal'),
    variable('udd', 'Længste uddannelse', 'ordinal', {
      labels: labels('Grundskole', 'Erhvervsuddannelse', 'Gymnasial eller kort', 'Mellemlang', 'Lang'),
    }),
    variable('timer', 'Arbejdstimer om ugen', 'scale'),
    variable('husstand', 'Personer i husstanden', 'ordinal', {
      labels: [{ value: 4, label: '4 eller flere' }],
    }),
    variable('vaegt', 'Vægt (køn, alder, region)', 'scale', { role: 'weight' }),
  ];
}
