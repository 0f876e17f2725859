import { expect, test } from 'vitest';
import { SPSS_DATE, SPSS_TIME } from '../survey/calendar.js';
import { extendedMissing } from '../survey/extended-missing.js';
import { numberColumn, stringColumn, type SurveyColumn, type SurveyTable } from '../survey/table.js';
import { readSurvey } from './read.js';
import { DANISH_EXCEL, writeCsv, type CsvOptions } from './write.js';

const table = (...columns: SurveyColumn[]): SurveyTable => ({
  columns,
  rows: columns[0]!.values.length,
  label: '',
  documents: [],
  weight: null,
  encoding: 'utf-8',
  notes: [],
});
const text = (options: CsvOptions, ...columns: SurveyColumn[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table(...columns), options));

test('codes, no answer, Stata’s letters, days and times', () => {
  const days = numberColumn('dag', Float64Array.of(13_925_606_400, NaN), {
    format: { text: 'DATE11', calendar: SPSS_DATE },
  });
  const time = numberColumn('tid', Float64Array.of(3_723.5, -60), {
    format: { text: 'TIME8', calendar: SPSS_TIME },
  });
  const codes = numberColumn('q', Float64Array.of(1.5, extendedMissing('b')));
  expect(text({}, codes, days, time)).toBe('q,dag,tid\r\n1.5,2024-01-26,01:02:03.500\r\n.b,,-00:01:00\r\n');
});

test('for Danish Excel: byte order mark, semicolons, decimal commas', () => {
  const columns = [
    numberColumn('vægt', Float64Array.of(0.75, NaN)),
    stringColumn('svar', ['a;b "c"\nd', '']),
  ];
  expect(text(DANISH_EXCEL, ...columns)).toBe('\uFEFFvægt;svar\r\n0,75;"a;b ""c""\nd"\r\n;\r\n');
});

test('a comma in a number is no delimiter', () => {
  expect(
    text({ decimal: ',' }, numberColumn('a', Float64Array.of(0.5)), numberColumn('b', Float64Array.of(1))),
  ).toBe('a,b\r\n"0,5",1\r\n');
});

test('a text that a spreadsheet would run is guarded where that is asked for', () => {
  const answers = stringColumn('svar', ['=HYPERLINK("x")', '-nej', 'ja']);
  expect(text({ guardFormulas: true }, answers)).toBe('svar\r\n"\'=HYPERLINK(""x"")"\r\n\'-nej\r\nja\r\n');
  expect(text({ delimiter: ';' }, answers)).toContain('\r\n-nej\r\n');
});

test('what is written is read again', () => {
  const columns = [
    numberColumn('a', Float64Array.of(-0.5, 1e-9, NaN)),
    stringColumn('b', ['x,y', '"', 'linje 1\r\nlinje 2;\tslut']),
  ];
  for (const delimiter of [',', ';', '\t'] as const)
    for (const decimal of ['.', ','] as const)
      expect(readSurvey(writeCsv(table(...columns), { delimiter, decimal }), 'x.csv')).toMatchObject({
        columns,
        delimiter,
      });
});
