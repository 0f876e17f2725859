import { existsSync, readFileSync } from 'node:fs';
import { auditReport, countExcerpts, type FindingRule, type PublishedReport } from '@bagom/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readReport } from './read.js';
import { writeReport } from './write.js';

// The published report lies beside the repository and is never copied into it.
const STUDY = new URL('../../../../../shared/study/report.txt', import.meta.url);

describe.skipIf(!existsSync(STUDY))(
  'the published report at ../shared/study/report.txt (skipped when it is absent)',
  () => {
    let text = '';
    let report: PublishedReport;
    beforeAll(() => {
      text = readFileSync(STUDY, 'utf8');
      report = readReport(text);
    });
    const chapter = (number: string) => report.sections.find((section) => section.number === number);

    test('the whole file has 167 excerpts by 57 pseudonyms, each with one age', () => {
      expect([report.lines, report.excerpts.length, report.people.length]).toEqual([9048, 167, 57]);
      const ages = new Set(report.excerpts.map(({ person, age }) => `${person} ${age}`));
      expect(ages.size).toBe(57);
    });

    test('chapter 4 has 61 excerpts, 36 people, 132 interviewer turns and 156 labelled interviewee turns', () => {
      const four = chapter('4');
      expect([four?.excerpts, four?.people.length, four?.interviewerTurns]).toEqual([61, 36, 132]);
      // Ten monologues without a label come on top.
      expect([four?.intervieweeTurns, four?.unlabelledTurns]).toEqual([156, 10]);
      expect(countExcerpts(report.excerpts, 2330, 4530).excerpts).toBe(61);
      expect(four?.toLine).toBe(4530);
    });

    test('chapter 5 has 33 excerpts, 25 people, 93 interviewer turns and 100 of the interviewees, one of them a monologue', () => {
      const five = chapter('5');
      expect([five?.excerpts, five?.people.length, five?.interviewerTurns]).toEqual([33, 25, 93]);
      expect([five?.intervieweeTurns, five?.unlabelledTurns]).toEqual([99, 1]);
      expect([five?.fromLine, five?.toLine]).toEqual([4531, 6105]);
    });

    test('every slip of form that the close readings list is told', () => {
      const lines = (kind: string) =>
        report.anomalies.filter((anomaly) => anomaly.kind === kind).map(({ line }) => line);
      expect(lines('label-typo')).toEqual([2447, 5868, 5874, 5878, 5882]);
      expect(lines('label-punctuation')).toEqual([4253]);
      expect(lines('missing-colon')).toEqual([4871]);
      expect(lines('label-unknown')).toEqual([6362]);
      expect(lines('attribution-without-comma')).toEqual([7606]);
      expect(lines('stray-page-number')).toEqual([2573, 7061, 7420, 8271]);
      expect(lines('unlabelled-monologue')).toHaveLength(19);
    });

    test('the report is printed and read again without a change', () => {
      const again = readReport(writeReport(report));
      const values = (one: PublishedReport) => [
        one.people,
        one.excerpts.map(({ person, age, section, leadIn, turns }) => [
          person,
          age,
          section,
          leadIn,
          turns.map(({ role, text: said }) => [role, said]),
        ]),
        one.sections.map(({ number, title, excerpts, people, interviewerTurns, intervieweeTurns }) => [
          number,
          title,
          excerpts,
          people,
          interviewerTurns,
          intervieweeTurns,
        ]),
      ];
      expect(values(again)).toEqual(values(report));
    });

    test('the audit finds what the readings found', () => {
      const findings = auditReport(report);
      const at = (rule: FindingRule, line: number) =>
        findings.some((finding) => finding.rule === rule && Math.abs(finding.line - line) <= 1);
      expect(findings.length).toBeGreaterThanOrEqual(40);
      expect(findings.length).toBeLessThanOrEqual(150);
      expect(at('quote-printed-twice', 7532)).toBe(true);
      expect(at('speaker-label', 6362) && at('speaker-label', 7803)).toBe(true);
      expect(at('quantifier-clash', 3767)).toBe(true);
      expect(at('counter-case', 6988)).toBe(true);
      expect(at('unmasked', 4260) && at('unmasked', 8850) && at('unmasked', 3171)).toBe(true);
      expect(at('person-out-of-group', 2997)).toBe(true);
      expect(
        findings.some(
          ({ rule, message }) => rule === 'sample-share' && message.en.startsWith('21 of the 78'),
        ),
      ).toBe(true);
      expect(
        findings.some(
          ({ rule, message }) => rule === 'sample-share' && message.en.includes('6 of 33 excerpts'),
        ),
      ).toBe(true);
    });
  },
);
