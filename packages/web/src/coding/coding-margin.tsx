import { Link } from '@tanstack/react-router';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { codeColour } from '../parts/code-colour.js';
import { Icon } from '../parts/icon.js';
import { CodeHistory } from './codebook/code-history.js';
import type { Code, CodedSource, Coder, Coding, Memo } from './coding-types.js';
import type { MemoDraft } from './memos/desk-memo-dialog.js';
import { isPending } from './use-codings.js';

/** Beside the text: the codes at the caret, what the chosen code means, and the memos. */
export function CodingMargin(props: {
  open: CodedSource;
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
  /** Lets go of the code chosen in the tree. */
  onAll: () => void;
}) {
  const { open, codes, coders, here, chosen, ranged, code, onChoose, onRemove, onMemo } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coding;
  const removeMemo = useChange(api.coding.removeMemo);
  const meant = code ?? codes.find(({ id }) => id === chosen?.codeId);
  const memos = open.memos.filter(
    ({ about, aboutId }) =>
      about === 'source' ||
      (about === 'code' ? aboutId === meant?.id : here.length === 0 || here.some(({ id }) => id === aboutId)),
  );
  const nameOf = (id: string) => coders.find((coder) => coder.id === id)?.name ?? '';
  return (
    <>
      <section className="margin-section">
        <h2>{ranged ? words.hereSelected : words.here}</h2>
        {here.length === 0 && <p className="hint">{ranged ? words.hereNoneSelected : words.hereNone}</p>}
        <ul className="plain-list here-list">
          {here.map((coding) => {
            const own = codes.find(({ id }) => id === coding.codeId);
            if (!own) return null;
            return (
              <li key={coding.id} className={coding === chosen ? 'here-coding chosen' : 'here-coding'}>
                <button
                  type="button"
                  className="here-name coded"
                  style={codeColour(own.hue)}
                  aria-pressed={coding === chosen}
                  onClick={() => onChoose(coding)}
                >
                  <span>{own.name}</span>
                  <small>
                    {isPending(coding)
                      ? words.saving
                      : words.by(nameOf(coding.coderId), f.date(coding.createdAt))}
                  </small>
                </button>
                <Button
                  look="quiet"
                  icon
                  small
                  label={words.memoNew}
                  keys="m"
                  onPress={() => onMemo({ sourceId: open.source.id, coding })}
                >
                  <Icon name="memo" />
                </Button>
                <Button
                  look="quiet"
                  icon
                  small
                  label={words.remove}
                  keys="Delete"
                  onPress={() => onRemove(coding)}
                >
                  <Icon name="trash" />
                </Button>
              </li>
            );
          })}
        </ul>
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
              about={aboutOf(memo, open, codes)}
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
}

function aboutOf(memo: Memo, open: CodedSource, codes: readonly Code[]): string | null {
  const coding = memo.about === 'coding' ? open.codings.find(({ id }) => id === memo.aboutId) : undefined;
  const codeId = memo.about === 'code' ? memo.aboutId : coding?.codeId;
  return codes.find(({ id }) => id === codeId)?.name ?? null;
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
