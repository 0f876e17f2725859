import { whoseWords } from '@bagom/core';
import { Link } from '@tanstack/react-router';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { codeColour } from '../parts/code-colour.js';
import { Icon } from '../parts/icon.js';
import { CodeExamples } from './codebook/code-examples.js';
import { CodeHistory } from './codebook/code-history.js';
import { useLatest } from '../parts/use-latest.js';
import { memo, useMemo } from 'react';
import type { CodedText } from './coded-text.js';
import type { Code, Coder, Coding, Memo } from './coding-types.js';
import { HereList } from './here-list.js';
import type { MemoDraft } from './memos/desk-memo-dialog.js';
import { useOutline } from './outline.js';

/** Codes that are read out at once; the list has the rest. */
const SAID = 6;

/** Beside the text: the codes at the caret, what the chosen code means, and the memos. */
export const CodingMargin = memo(function CodingMargin(props: {
  open: CodedText;
  codes: readonly Code[];
  coders: readonly Coder[];
  here: readonly Coding[];
  chosen: Coding | undefined;
  /** Words are selected, not only a caret set. */
  ranged: boolean;
  /** The code chosen in the tree. */
  code: Code | undefined;
  inText: number;
  onChoose: (coding: Coding) => void;
  onRemove: (coding: Coding) => void;
  onMemo: (draft: MemoDraft) => void;
  /** Uses a coding's words as an example of its code. */
  onExample: (coding: Coding) => void;
  /** Lets go of the code chosen in the tree. */
  onAll: () => void;
}) {
  const { open, codes, coders, here, chosen, ranged, code, onChoose, onRemove, onMemo, onExample } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coding;
  const removeMemo = useChange(api.coding.removeMemo);
  const outline = useOutline(codes);
  const onMemoHere = useLatest((coding: Coding) => onMemo({ sourceId: open.source.id, coding }));
  const { memos: allMemos, codings } = open;
  const codeAt = useMemo(() => codesOfMemos({ memos: allMemos, codings }), [allMemos, codings]);
  const meant = code ?? codes.find(({ id }) => id === chosen?.codeId);
  const memos = open.memos.filter(
    ({ about, aboutId }) =>
      about === 'source' ||
      (about === 'code' ? aboutId === meant?.id : here.length === 0 || here.some(({ id }) => id === aboutId)),
  );
  const nameOf = (id: string) => coders.find((coder) => coder.id === id)?.name ?? '';
  const asked = here.filter((coding) => whoseWords(open.turns, coding) === 'interviewer').length;
  /** What is read out when the caret comes here. */
  const said = here
    .slice(0, SAID)
    .map((coding) =>
      words.codeBy(codes.find(({ id }) => id === coding.codeId)?.name ?? '', nameOf(coding.coderId)),
    );
  return (
    <>
      <section className="margin-section">
        <h2>{ranged ? words.hereSelected : words.here}</h2>
        {here.length === 0 && <p className="hint">{ranged ? words.hereNoneSelected : words.hereNone}</p>}
        {here.length > 1 && (
          <p className="hint">
            {f.count(here.length, m.words.counts.codings)}
            {asked > 0 && ` · ${words.onInterviewer(f.number(asked))}`}
          </p>
        )}
        <HereList
          here={here}
          chosen={chosen}
          codes={outline}
          coders={coders}
          turns={open.turns}
          onChoose={onChoose}
          onRemove={onRemove}
          onMemo={onMemoHere}
          onExample={onExample}
        />
        <p className="out-of-sight" role="status">
          {here.length > 0 && words.hereSaid(f.count(here.length, m.words.counts.codes), f.list(said))}
        </p>
      </section>
      {meant && <Meaning code={meant} chosen={meant === code} inText={props.inText} onAll={props.onAll} />}
      <section className="margin-section">
        <div className="spread margin-title">
          <h2>{words.memos}</h2>
          <Button
            small
            keys="m"
            onPress={() => onMemo({ sourceId: open.source.id, coding: chosen, code: meant })}
          >
            {words.memoNew}
          </Button>
        </div>
        {memos.length === 0 && <p className="hint">{words.memoNone}</p>}
        <ul className="plain-list">
          {memos.map((memo) => (
            <MemoItem
              key={memo.id}
              memo={memo}
              about={
                codes.find(
                  ({ id }) => id === (memo.about === 'code' ? memo.aboutId : codeAt.get(memo.aboutId)),
                )?.name ?? null
              }
              words={
                memo.version === open.source.version && memo.from !== null && memo.to !== null
                  ? open.text.slice(memo.from, Math.min(memo.to, memo.from + 120))
                  : null
              }
              by={[memo.coderId ? nameOf(memo.coderId) : '', f.date(memo.createdAt)]
                .filter(Boolean)
                .join(', ')}
              onEdit={() => onMemo({ sourceId: open.source.id, memo })}
              onRemove={() => removeMemo.mutate({ id: memo.id })}
            />
          ))}
        </ul>
      </section>
    </>
  );
});

/** The codes of the codings that memos are about. */
function codesOfMemos({ memos, codings }: Pick<CodedText, 'memos' | 'codings'>): Map<string, string> {
  const wanted = new Set(memos.filter(({ about }) => about === 'coding').map(({ aboutId }) => aboutId));
  const found = new Map<string, string>();
  if (wanted.size > 0) for (const { id, codeId } of codings) if (wanted.has(id)) found.set(id, codeId);
  return found;
}

function Meaning(props: { code: Code; chosen: boolean; inText: number; onAll: () => void }) {
  const { code, chosen, inText, onAll } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coding;
  const parts: [string, string][] = [
    [words.use, code.use],
    [words.useNot, code.useNot],
    [words.example, code.example],
  ];
  return (
    <section className="margin-section meaning">
      <h2 className="coded" style={codeColour(code.hue)}>
        {code.path.split('/').join(' › ')}
      </h2>
      <p>{code.definition || <span className="hint">{words.noDefinition}</span>}</p>
      {parts.map(([name, said]) =>
        said ? (
          <details key={name}>
            <summary>{name}</summary>
            <p>{said}</p>
          </details>
        ) : null,
      )}
      <CodeExamples codeId={code.id} />
      <p className="hint">
        {[
          words.countsOf(
            f.count(code.persons, m.words.counts.persons),
            f.count(code.passages, m.words.counts.passages),
          ),
          chosen ? words.onlyThis(f.number(inText)) : null,
          m.words.codeOrigin[code.origin],
          code.status && code.status !== 'active' ? m.codebook.statuses[code.status] : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <CodeHistory codeId={code.id} />
      <div className="margin-acts">
        <Link to="/comparison" search={{ code: code.id }}>
          {words.seePassages}
        </Link>
        {chosen && (
          <Button look="quiet" small onPress={onAll}>
            {words.allCodes}
          </Button>
        )}
      </div>
    </section>
  );
}

function MemoItem(props: {
  memo: Memo;
  about: string | null;
  /** The words it is a note to. */
  words: string | null;
  by: string;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { memo, about, words, by, onEdit, onRemove } = props;
  const f = useFormat();
  const m = useMessages();
  return (
    <li className="memo-item">
      <div className="memo-head">
        <h3>{memo.title}</h3>
        <Button look="quiet" icon small label={m.coding.memoEdit} onPress={onEdit}>
          <Icon name="edit" />
        </Button>
        <Button look="quiet" icon small label={m.coding.memoRemove} onPress={onRemove}>
          <Icon name="trash" />
        </Button>
      </div>
      {words && <p className="memo-words">{f.quote(words)}</p>}
      <p className="memo-body">{memo.body}</p>
      <p className="hint">{[by, about ? m.coding.memoOn(about) : null].filter(Boolean).join(' · ')}</p>
    </li>
  );
}
