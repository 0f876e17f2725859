import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { FindDialog } from '../../parts/find-dialog.js';
import { Icon } from '../../parts/icon.js';
import { Select } from '../../parts/select.js';
import { sameSubject, type About, type Place } from './memo-types.js';

/** A memo that is there already, as far as it is edited here. */
interface SavedMemo extends About {
  id: string;
  title: string;
  body: string;
  coderId: string | null;
  version: number | null;
  from: number | null;
  to: number | null;
}

/** What a memo is begun with. */
export interface MemoBegun {
  /** What it may be about, the likeliest first; one is chosen. */
  subjects: readonly (About & { name: string })[];
  /** The words of the text that it is about, when its first subject is a text. */
  place?: Place;
  words?: string;
  memo?: SavedMemo;
}

/** Writes a thought down: about one thing, linked to any number of others. */
export function MemoDialog({
  begun,
  coderId,
  onClose,
}: {
  begun: MemoBegun;
  coderId: string | null;
  onClose: () => void;
}) {
  const { subjects, place, memo } = begun;
  const m = useMessages();
  const read = useQuery(queries.memos());
  const [title, setTitle] = useState(memo?.title ?? '');
  const [body, setBody] = useState(memo?.body ?? '');
  const [at, setAt] = useState('0');
  const known = read.data?.memos.find(({ id }) => id === memo?.id)?.links;
  const [changed, setLinks] = useState<readonly (About & { name: string })[] | null>(null);
  const links = changed ?? known ?? [];
  const [linking, setLinking] = useState(false);
  const save = useChange(api.coding.saveMemo, { onDone: onClose });
  const subject = memo ?? subjects[Number(at)] ?? { about: 'study' as const, aboutId: '' };
  const placed = memo ?? (place && at === '0' ? place : null);
  const onSave = () =>
    save.mutate({
      ...(memo ? { id: memo.id } : {}),
      about: subject.about,
      aboutId: subject.aboutId,
      coderId: memo ? memo.coderId : coderId,
      title: title.trim(),
      body,
      version: placed?.version ?? null,
      from: placed?.from ?? null,
      to: placed?.to ?? null,
      // Until they are read, nothing is said of the links, and they stay.
      ...(changed ? { links: changed.map(({ about, aboutId }) => ({ about, aboutId })) } : {}),
    });
  return (
    <>
      <Dialog
        title={memo ? m.coding.memoEdit : begun.words ? m.memos.annotate : m.coding.memoNew}
        onClose={onClose}
        foot={
          <>
            <Button onPress={onClose}>{m.shell.cancel}</Button>
            <Button
              look="main"
              isDisabled={(title.trim() === '' && body.trim() === '') || save.isPending}
              onPress={onSave}
            >
              {m.shell.save}
            </Button>
          </>
        }
      >
        {begun.words && <p className="coding-quote">{begun.words}</p>}
        {!memo && subjects.length > 1 && (
          <Select
            label={m.coding.memoAbout}
            value={at}
            options={subjects.map(({ about, name }, i) => ({
              value: String(i),
              name: name || m.words.memoAbout[about],
              note: name ? m.words.memoAbout[about] : '',
            }))}
            onChange={setAt}
          />
        )}
        {!memo && subjects.length === 1 && !begun.words && (
          <p className="hint">
            {m.coding.memoAbout}: {subjects[0]?.name}
          </p>
        )}
        <TextField label={m.coding.memoTitle} value={title} onChange={setTitle} autoFocus />
        <TextField label={m.coding.memoBody} value={body} onChange={setBody} lines={8} serif />
        <div className="memo-links">
          <span className="label">{m.memos.links}</span>
          {links.map((link) => (
            <span key={`${link.about} ${link.aboutId}`} className="memo-link">
              {link.name || m.memos.gone}
              <Button
                look="quiet"
                icon
                small
                label={m.memos.unlink(link.name)}
                onPress={() => setLinks(links.filter((one) => !sameSubject(one, link)))}
              >
                <Icon name="close" />
              </Button>
            </span>
          ))}
          <Button small isDisabled={!read.data} onPress={() => setLinking(true)}>
            {m.memos.link}
          </Button>
        </div>
      </Dialog>
      {linking && (
        <FindDialog
          title={m.memos.linkTitle}
          placeholder={m.memos.linkFind}
          none={m.memos.linkNone}
          items={(read.data?.subjects ?? [])
            .filter(({ about, id }) => !(about === 'memo' && id === memo?.id))
            .map(({ about, id, name }) => ({
              id: `${about} ${id}`,
              name: name.length > 90 ? `${name.slice(0, 90)} …` : name,
              note: m.words.memoAbout[about],
            }))}
          onChoose={(key, stay) => {
            const found = read.data?.subjects.find(({ about, id }) => `${about} ${id}` === key);
            if (found) {
              const link = { about: found.about, aboutId: found.id, name: found.name };
              if (!links.some((one) => sameSubject(one, link))) setLinks([...links, link]);
            }
            if (!stay) setLinking(false);
          }}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}
