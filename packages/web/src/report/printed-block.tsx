import { groupName, valueName } from '../comparison/group.js';
import { VerdictWords } from '../claims/verdict-scale.js';
import type { Claim } from '../claims/word-scale.js';
import { useMessages } from '../language.js';
import { Icon } from '../parts/icon.js';
import { ClassProfile } from './class-profile.js';
import { usePrinted } from './printed-words.js';
import type { PrintedBlock, PrintedOf } from './report-types.js';

/** A block as it would stand on the page. */
export function PrintedBlockView({ block }: { block: PrintedBlock }) {
  switch (block.kind) {
    case 'prose':
      return <Paragraphs text={block.text} />;
    case 'excerpt':
      return <Excerpt block={block} />;
    case 'withheld':
      return <Withheld block={block} />;
    case 'claim':
      return <PrintedClaim block={block} />;
    case 'matrix':
      return <PrintedMatrix block={block} />;
    case 'classes':
      return <ClassProfile block={block} />;
  }
}

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((part) => part.trim() !== '')
        .map((part, i) => (
          <p key={i}>{part}</p>
        ))}
    </>
  );
}

function Excerpt({ block }: { block: PrintedOf<'excerpt'> }) {
  const { m } = usePrinted();
  const { leadIn, turns, attribution } = block;
  return (
    <>
      <Paragraphs text={leadIn} />
      <blockquote className="excerpt">
        {turns.map(({ role, label, text }, i) => (
          <p key={i} className={role === 'interviewer' ? 'asked' : ''}>
            {label !== null && <span className="excerpt-speaker">{label}: </span>}
            {text}
          </p>
        ))}
        {attribution && (
          <footer>
            (
            {attribution.age === null
              ? attribution.name
              : m.comparison.nameAge(attribution.name, attribution.age)}
            )
          </footer>
        )}
      </blockquote>
    </>
  );
}

/** Its place stays, so that the text around it still makes sense; why it is empty, and what to do. */
function Withheld({ block }: { block: PrintedOf<'withheld'> }) {
  const m = useMessages();
  return (
    <>
      <Paragraphs text={block.leadIn} />
      <div className="withheld-notice">
        <Icon name="lock" />
        <p>
          <strong>{m.report.withheld}</strong>{' '}
          {block.reasons.map((reason) => m.words.gateReason[reason]).join(' ')}{' '}
          <span>{block.reasons.map((reason) => m.report.mend[reason]).join(' ')}</span>
        </p>
      </div>
    </>
  );
}

function PrintedClaim({ block }: { block: PrintedOf<'claim'> }) {
  const m = useMessages();
  const claim: Claim = { ...block.claim, assessment: block.assessment, evidence: [], references: [] };
  return (
    <>
      <Paragraphs text={block.text} />
      <p className="printed-claim">{block.claim.statement}</p>
      <p className="screen-note">
        {m.report.claimNumber(String(block.claim.number))} <VerdictWords claim={claim} />,{' '}
        {groupName(block.claim.group, m)}.
        {block.assessment.problems.map((problem) => (
          <span key={problem} className="wrong">
            {' '}
            {m.words.claimProblem[problem]}
          </span>
        ))}
      </p>
    </>
  );
}

/** "n of N persons" in each cell; below the study's least number it says "few", and nobody is a dash. */
function PrintedMatrix({ block }: { block: PrintedOf<'matrix'> }) {
  const { m, f } = usePrinted();
  const { matrix, spec, smallCell, caption } = block;
  const persons = new Map(matrix.cells.map((cell) => [`${cell.row}\n${cell.col}`, cell.persons]));
  const count = (n: number) => (n > 0 && n < smallCell ? m.report.few : f.number(n));
  return (
    <figure className="printed-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td>
              <span className="out-of-sight">{m.words.axis[spec.rows]}</span>
            </td>
            {matrix.cols.map((col) => (
              <th key={col.key} scope="col">
                {col.name || valueName(spec.cols, col.key, m)}
                <span className="table-n">n = {count(col.n)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" style={{ paddingLeft: row.depth * 14 }}>
                {row.name || valueName(spec.rows, row.key, m)}
              </th>
              {matrix.cols.map((col) => {
                const n = persons.get(`${row.key}\n${col.key}`) ?? 0;
                const of = f.number(Math.min(row.n, col.n));
                return (
                  <td key={col.key}>
                    {n === 0 ? '–' : n < smallCell ? m.report.few : m.shell.ofTotal(f.number(n), of)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        {m.report.personsCounted}
        {block.blindTexts > 0 && ` ${m.report.blindTexts(block.blindTexts)}`}
      </figcaption>
    </figure>
  );
}
