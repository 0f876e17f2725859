import { auditReport, BagomError, type PublishedReport, type StudyState } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { compareWithStudy } from '../compare-with-study.js';
import { readBytes } from '../files.js';
import type { Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf, type Sight } from '../sight.js';
import { isStudy } from '../study-location.js';
import { wrap } from '../table.js';
import { withStudy } from '../with-study.js';

export const audit = command({
  name: 'audit',
  operands: [{ name: 'FILE', required: true }],
  options: { study: { kind: 'text', value: 'STUDY' }, ...SIGHT_OPTIONS, ...JSON_OPTION },
  async run({ operands: [file = ''], options, io, messages, language, json }) {
    const {
      report,
      known: own,
      sight,
    } = await readPublished(file, (state) => sightOf(state, options, { io, messages }));
    const beside =
      options.study === undefined
        ? null
        : await withStudy(options.study, 'read', async (study) => ({
            known: await chosenNames(study),
            findings: await compareWithStudy(report, study, messages),
          }));
    const known = new Set([...own, ...(beside?.known ?? [])]);
    const found = auditReport(report, { known }).map((finding): Told => ({
      ...finding,
      message: finding.message[language],
    }));
    if (beside) found.push(...beside.findings);
    const findings = found.map(({ rule, severity, line, message, passages }) => ({
      rule,
      severity,
      line,
      message,
      passages,
    }));
    if (json)
      io.out(
        JSON.stringify({
          findings,
          excerpts: report.excerpts.length,
          people: report.people.length,
          ...(sight ? leftOutField(sight) : {}),
        }),
      );
    else io.out(sentences(findings, report, messages));
    return findings.length > 0 ? EXIT.findings : EXIT.done;
  },
});

interface Told {
  rule: string;
  severity: 'error' | 'warning' | 'note';
  line: number;
  message: string;
  passages: readonly { line: number; text: string }[];
}

interface Published {
  report: PublishedReport;
  /** Names that the study itself chose; of a report from elsewhere nobody knows them. */
  known: readonly string[];
  /** Of a study: what its report tells, and to whom. */
  sight: Sight | null;
}

/** A report from its text or Word document, or the report that a study would print. */
async function readPublished(file: string, look: (state: StudyState) => Sight): Promise<Published> {
  if (await isStudy(file))
    return withStudy(file, 'read', (study) => printedAndRead(study, look(study.state)));
  const bytes = await readBytes(file);
  if (bytes.length === 0) throw new BagomError('file.empty', { file });
  const { decodeText, isZip, readDocxText, readReport } = await import('@bagom/formats');
  const text = isZip(bytes) ? await readDocxText(bytes, file) : decodeText(bytes, file).text;
  try {
    return { report: readReport(text), known: [], sight: null };
  } catch (error) {
    // The reader of a text does not know which file it came from.
    throw error instanceof BagomError ? new BagomError(error.code, { ...error.data, file }) : error;
  }
}

/** A study's own report, printed and read again, so that lines are lines of what `bagom report --out FILE.txt` writes. */
async function printedAndRead(study: StudyFile, sight: Sight): Promise<Published> {
  const { readReport } = await import('@bagom/formats');
  const { reportText } = await import('@bagom/server');
  const text = await reportText(study, sight.who);
  return { report: readReport(text), known: await chosenNames(study), sight };
}

async function chosenNames(study: StudyFile): Promise<string[]> {
  return (await import('@bagom/server')).replacementsIn(study.state);
}

const WIDTH = 92;

function sentences(
  findings: readonly Told[],
  { excerpts, people }: PublishedReport,
  { audit: say }: Messages,
): string {
  if (findings.length === 0) return say.none(excerpts.length, people.length);
  const blocks = findings.map(({ severity, line, message, rule, passages }) => {
    const shown = passages
      .slice(0, 4)
      .map((passage) => `    ${say.line(passage.line)}: ${wrap(passage.text, WIDTH, 6)}`);
    return [
      `${say.severity[severity]}, ${say.line(line)} (${rule})`,
      `  ${wrap(message, WIDTH, 2)}`,
      ...shown,
    ].join('\n');
  });
  return [...blocks, say.count(findings.length, excerpts.length, people.length)].join('\n\n');
}
