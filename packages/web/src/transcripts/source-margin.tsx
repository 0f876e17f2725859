import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { word } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { turnAt } from '../parts/text-surface/turns.js';
import type { Selected } from '../parts/text-surface/text-surface.js';
import { MarksSection } from './marks-section.js';
import { PersonSection } from './person-section.js';
import type { OpenSource } from './reading-pane.js';
import { RemoveSource } from './remove-source.js';
import { SourceDialog } from './source-dialog.js';

/** What is known about a text: who speaks, the interview, the file it came from, what stands in it. */
export function SourceMargin(props: {
  open: OpenSource;
  selected: Selected;
  onGoTo: (place: Selected) => void;
}) {
  const { open, selected, onGoTo } = props;
  const { source, turns } = open;
  const m = useMessages();
  const f = useFormat();
  const words = m.transcripts;
  const [changing, setChanging] = useState(false);
  const here = turnAt(turns, selected.from);
  const facts: [string, string][] = [
    [words.file, source.fileName],
    ...(source.fromLine === null
      ? []
      : [
          [
            words.lines,
            words.lineSpan(String(source.fromLine), String(source.toLine ?? source.fromLine)),
          ] as [string, string],
        ]),
    [words.languageField, word(words.languages, source.language)],
    [words.version, words.versionNumber(f.number(source.version))],
  ];
  if (here) {
    const turn = f.number(here.index + 1);
    facts.push([
      words.lineHere,
      here.turn.line === null ? words.turnOnly(turn) : words.turnHere(turn, String(here.turn.line)),
    ]);
  }
  return (
    <>
      <PersonSection source={source} />
      <section className="margin-section">
        <h2>{words.original}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} className="facts-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {source.original && (
            <div className="facts-row">
              <dt>{words.fingerprint}</dt>
              <dd title={words.fingerprintHint}>
                <code>{source.original.slice(0, 12)}</code>
              </dd>
            </div>
          )}
        </dl>
        <div className="margin-acts">
          <Button small onPress={() => setChanging(true)}>
            {words.change}
          </Button>
          <RemoveSource source={source} />
        </div>
      </section>
      <section className="margin-section">
        <h2>{words.contents}</h2>
        <p className="hint">
          {[
            f.count(source.turns, m.words.counts.turns),
            f.count(source.length, words.signs),
            f.count(source.codings, m.words.counts.codings),
          ].join(' · ')}
        </p>
        <dl className="facts">
          <div className="facts-row">
            <dt>{words.maskingState}</dt>
            <dd>
              {source.mentions === 0
                ? words.maskingNone
                : source.openMentions > 0
                  ? words.maskingOpen(f.number(source.openMentions), f.number(source.mentions))
                  : words.maskingDone(f.number(source.mentions))}
            </dd>
          </div>
        </dl>
        <p className="margin-links">
          <Link to="/masking" search={{ source: source.id }}>
            {words.toMasking}
          </Link>
          <Link to="/coding" search={{ source: source.id }}>
            {words.toCoding}
          </Link>
        </p>
      </section>
      <MarksSection open={open} at={selected.to} onGoTo={onGoTo} />
      {changing && <SourceDialog source={source} onClose={() => setChanging(false)} />}
    </>
  );
}
