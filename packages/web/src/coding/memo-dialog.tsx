import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Segmented } from '../parts/select.js';
import type { Code, Coder, Coding, Memo } from './coding-types.js';
import { isPending } from './use-codings.js';

/** What a memo is begun with: the text, the coding at the caret when there is one, the memo when it is changed. */
export interface MemoDraft {
  sourceId: string;
  coding?: Coding | undefined;
  /** The code that is looked at: a memo may be about it wherever it stands. */
  code?: Code | undefined;
  memo?: Memo;
}

/** Writes a thought down, about the text, the coding at the caret or the code itself. */
export function MemoDialog(props: {
  draft: MemoDraft;
  codes: readonly Code[];
  coder: Coder | undefined;
  onClose: () => void;
}) {
  const { draft, codes, coder, onClose } = props;
  const { memo, sourceId } = draft;
  const coding = draft.coding && !isPending(draft.coding) ? draft.coding : undefined;
  const m = useMessages();
  const words = m.coding;
  const [title, setTitle] = useState(memo?.title ?? '');
  const [body, setBody] = useState(memo?.body ?? '');
  const code = draft.code ?? codes.find(({ id }) => id === coding?.codeId);
  const targets = { source: sourceId, coding: coding?.id, code: code?.id };
  const [about, setAbout] = useState<keyof typeof targets>(
    coding ? 'coding' : draft.code ? 'code' : 'source',
  );
  const save = useChange(api.coding.saveMemo, { onDone: onClose });
  const empty = title.trim() === '' && body.trim() === '';
  return (
    <Dialog
      title={memo ? words.memoEdit : words.memoNew}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={empty || save.isPending}
            onPress={() =>
              save.mutate(
                memo
                  ? {
                      id: memo.id,
                      about: memo.about,
                      aboutId: memo.aboutId,
                      coderId: memo.coderId,
                      title: title.trim(),
                      body,
                    }
                  : {
                      about,
                      aboutId: targets[about] ?? sourceId,
                      coderId: coder?.id ?? null,
                      title: title.trim(),
                      body,
                    },
              )
            }
          >
            {m.shell.save}
          </Button>
        </>
      }
    >
      {!memo && code && (
        <Segmented
          label={words.memoAbout}
          bare={false}
          value={about}
          onChange={setAbout}
          options={[
            ...(coding ? [{ value: 'coding' as const, name: words.memoAboutCoding }] : []),
            { value: 'code', name: words.memoAboutCode(code.name) },
            { value: 'source', name: words.memoAboutSource },
          ]}
        />
      )}
      <TextField label={words.memoTitle} value={title} onChange={setTitle} autoFocus />
      <TextField label={words.memoBody} value={body} onChange={setBody} lines={8} serif />
    </Dialog>
  );
}
