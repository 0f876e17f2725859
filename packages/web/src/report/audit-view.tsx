import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries, type Outputs } from '../api.js';
import { useFormat, useSpoken } from '../language.js';
import { word } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';

type Finding = Outputs['report']['audit']['findings'][number];
const SEVERITIES = ['error', 'warning', 'note'] as const;

interface Finder {
  /** The block in which these words stand. */
  find: (words: string) => string | null;
  onShow: (blockId: string) => void;
}

/** What a critical reader would point at in the printed report: where, by which rule, and why. */
export function AuditView({ find, onShow }: Finder) {
  const { messages: m } = useSpoken();
  const f = useFormat();
  const query = useQuery(queries.audit());
  const [shown, setShown] = useState<'all' | (typeof SEVERITIES)[number]>('all');
  return (
    <Read query={query} lines={10}>
      {({ findings }) => {
        const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
        const list = findings.filter(({ severity }) => shown === 'all' || severity === shown);
        if (findings.length === 0) return <p className="hint">{m.report.auditClean}</p>;
        return (
          <>
            <p className="hint">{m.report.auditLead}</p>
            <Segmented
              label={m.report.auditFilter}
              value={shown}
              options={[
                { value: 'all', name: m.report.auditAll(f.number(findings.length)) },
                ...SEVERITIES.filter((one) => count(one) > 0).map((value) => ({
                  value,
                  name: f.count(count(value), m.report.severities[value]),
                })),
              ]}
              onChange={setShown}
            />
            <ol className="plain-list findings">
              {list.map((finding, i) => (
                <FindingRow key={`${finding.rule} ${finding.line} ${i}`} {...{ finding, find, onShow }} />
              ))}
            </ol>
          </>
        );
      }}
    </Read>
  );
}

function FindingRow({ finding, find, onShow }: Finder & { finding: Finding }) {
  const { language, messages: m } = useSpoken();
  const { severity, line, rule, message, passages } = finding;
  return (
    <li>
      <p className="finding-head">
        <span className={`tag ${severity === 'error' ? 'wrong' : ''}`}>{m.words.severity[severity]}</span>
        <span>{m.report.line(String(line))}</span>
        <span className="finding-rule">{word(m.report.rules, rule)}</span>
      </p>
      <p>{message[language]}</p>
      {passages.length > 0 && (
        <details>
          <summary>{m.report.auditPlaces}</summary>
          {passages.map((passage, i) => {
            const block = find(passage.text);
            return (
              <p key={i} className="finding-passage">
                <span className="hint">{m.report.line(String(passage.line))}</span> {passage.text}{' '}
                {block && (
                  <Button small look="quiet" onPress={() => onShow(block)}>
                    {m.report.showInReport}
                  </Button>
                )}
              </p>
            );
          })}
        </details>
      )}
    </li>
  );
}
