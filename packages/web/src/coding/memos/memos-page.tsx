import './memos.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { SearchField } from '../../parts/field.js';
import { PageHeader } from '../../parts/page-header.js';
import { Panes } from '../../parts/panes.js';
import { Read } from '../../parts/read.js';
import { Select } from '../../parts/select.js';
import { capital } from '../../operation-sentence.js';
import { useChoice } from '../../routes.js';
import type { Coder } from '../coding-types.js';
import { CodingViews } from '../coding-views.js';
import { MemoDialog } from './memo-dialog.js';
import { placeOfSubject, type About, type MemoEntry, type MemoSubject } from './memo-types.js';

const ALL = 'all';

/** Everything that was written down, found by words and by what it is about; and each with its links both ways. */
export function MemosPage({ coders }: { coders: readonly Coder[] }) {
  const m = useMessages();
  const read = useQuery(queries.memos());
  return (
    <div className="page">
      <PageHeader station="coding" title={m.memos.title} lead={m.memos.lead}>
        <CodingViews />
      </PageHeader>
      <Read query={read}>
        {({ memos }) =>
          memos.length === 0 ? (
            <div className="empty">
              <h2>{m.memos.none}</h2>
              <p>{m.memos.noneHint}</p>
            </div>
          ) : (
            <Memos memos={memos} coders={coders} />
          )
        }
      </Read>
    </div>
  );
}

function Memos({ memos, coders }: { memos: readonly MemoEntry[]; coders: readonly Coder[] }) {
  const m = useMessages();
  const f = useFormat();
  const [memoId, setMemo] = useChoice('memo');
  const [typed, setTyped] = useState('');
  const [about, setAbout] = useState<MemoSubject | typeof ALL>(ALL);
  const kinds = [...new Set(memos.map((memo) => memo.about))];
  const wanted = typed.trim().toLocaleLowerCase('da');
  const shown = memos.filter(
    (memo) =>
      (about === ALL || memo.about === about || memo.links.some((link) => link.about === about)) &&
      (wanted === '' ||
        [memo.title, memo.body, memo.name, memo.words ?? '', ...memo.links.map(({ name }) => name)]
          .join('\n')
          .toLocaleLowerCase('da')
          .includes(wanted)),
  );
  const memo = memos.find(({ id }) => id === memoId) ?? shown[0];
  return (
    <Panes
      id="memos"
      name={m.memos.reading}
      left={{
        name: m.memos.list,
        width: 340,
        children: (
          <>
            <div className="pane-head memo-filters">
              <SearchField label={m.memos.search} value={typed} onChange={setTyped} />
              <Select
                label={m.memos.about}
                bare
                value={about}
                options={[
                  { value: ALL, name: m.memos.all },
                  ...kinds.map((kind) => ({ value: kind, name: m.words.memoAbout[kind] })),
                ]}
                onChange={setAbout}
              />
            </div>
            {shown.length === 0 && <p className="hint pane-body">{m.memos.noneFits}</p>}
            <GridList
              className="memo-list"
              aria-label={m.memos.list}
              selectionMode="single"
              selectionBehavior="replace"
              items={shown}
              selectedKeys={memo ? [memo.id] : []}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : [...keys];
                if (key !== undefined) setMemo(String(key));
              }}
            >
              {(one) => (
                <GridListItem id={one.id} textValue={one.title || one.body.slice(0, 60)} className="memo-row">
                  <span className="memo-row-title">{one.title || one.body.slice(0, 80)}</span>
                  <span className="memo-row-about">
                    {[capital(one.words ? m.memos.annotation : m.words.memoAbout[one.about]), one.name]
                      .filter(Boolean)
                      .join(': ')}
                  </span>
                  <span className="memo-row-about">{f.date(one.createdAt)}</span>
                </GridListItem>
              )}
            </GridList>
          </>
        ),
      }}
    >
      {memo ? (
        <MemoReading key={memo.id} memo={memo} memos={memos} coders={coders} />
      ) : (
        <p className="hint pane-body">{m.memos.choose}</p>
      )}
    </Panes>
  );
}

function MemoReading(props: { memo: MemoEntry; memos: readonly MemoEntry[]; coders: readonly Coder[] }) {
  const { memo, memos, coders } = props;
  const m = useMessages();
  const f = useFormat();
  const [editing, setEditing] = useState(false);
  const remove = useChange(api.coding.removeMemo);
  const pointing = memos.filter(
    ({ id, about, aboutId, links }) =>
      id !== memo.id &&
      ((about === 'memo' && aboutId === memo.id) ||
        links.some((link) => link.about === 'memo' && link.aboutId === memo.id)),
  );
  const by = coders.find(({ id }) => id === memo.coderId)?.name;
  return (
    <article className="memo-reading">
      <header className="spread">
        <h2>{memo.title || m.memos.untitled}</h2>
        <div className="row">
          <Button small onPress={() => setEditing(true)}>
            {m.memos.edit}
          </Button>
          <Button small look="danger" onPress={() => remove.mutate({ id: memo.id })}>
            {m.memos.remove}
          </Button>
        </div>
      </header>
      <p className="hint">{[by, f.date(memo.createdAt)].filter(Boolean).join(', ')}</p>
      <p className="memo-subject">
        {capital(m.words.memoAbout[memo.about])}:{' '}
        <SubjectLink subject={memo} name={memo.name} place={{ from: memo.from, to: memo.to }} />
      </p>
      {memo.words && <blockquote className="coding-quote">{f.quote(memo.words)}</blockquote>}
      <p className="memo-text">{memo.body}</p>
      <h3>{m.memos.links}</h3>
      {memo.links.length === 0 && <p className="hint">{m.memos.noLinks}</p>}
      <ul className="plain-list memo-linked">
        {memo.links.map((link) => (
          <li key={link.id}>
            <small>{m.words.memoAbout[link.about]}</small> <SubjectLink subject={link} name={link.name} />
          </li>
        ))}
      </ul>
      {pointing.length > 0 && (
        <>
          <h3>{m.memos.linkedFrom}</h3>
          <ul className="plain-list memo-linked">
            {pointing.map((one) => (
              <li key={one.id}>
                <SubjectLink
                  subject={{ about: 'memo', aboutId: one.id }}
                  name={one.title || one.body.slice(0, 60)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {editing && (
        <MemoDialog begun={{ subjects: [], memo }} coderId={memo.coderId} onClose={() => setEditing(false)} />
      )}
    </article>
  );
}

function SubjectLink(props: {
  subject: About;
  name: string;
  place?: { from: number | null; to: number | null };
}) {
  const { subject, name, place } = props;
  const m = useMessages();
  const to = placeOfSubject(subject, place);
  const shown = (name || (subject.about === 'study' ? m.words.memoAbout.study : m.memos.gone)).replaceAll(
    '/',
    ' › ',
  );
  return to && name ? (
    <Link to={to.to} search={to.search}>
      {shown}
    </Link>
  ) : (
    <span>{shown}</span>
  );
}
