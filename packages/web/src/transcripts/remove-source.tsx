import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import type { SourceEntry } from '../parts/source-list.js';
import { useChoose } from '../routes.js';

/** Removes a text with what was coded and masked in it, once that is confirmed; refused while something rests on it. */
export function RemoveSource({ source }: { source: SourceEntry }) {
  const m = useMessages();
  const f = useFormat();
  const choose = useChoose();
  const [asking, setAsking] = useState(false);
  const remove = useChange(api.transcripts.remove, {
    onDone: () => choose({ source: undefined, from: undefined, to: undefined }),
  });
  return (
    <>
      <Button small look="quiet" isDisabled={remove.isPending} onPress={() => setAsking(true)}>
        {m.transcripts.remove}
      </Button>
      {asking && (
        <ConfirmDialog
          title={m.transcripts.remove}
          text={m.transcripts.removeText(
            source.title,
            f.list([
              f.count(source.codings, m.words.counts.codings),
              f.count(source.mentions, m.words.counts.mentions),
            ]),
          )}
          act={m.shell.remove}
          onYes={() => remove.mutate({ id: source.id })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
