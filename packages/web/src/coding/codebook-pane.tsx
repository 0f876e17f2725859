import { memo, useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { FindDialog } from '../parts/find-dialog.js';
import { Icon } from '../parts/icon.js';
import { Menu } from '../parts/menu.js';
import { CodeDialog } from './code-dialog.js';
import { CodeTree } from './code-tree.js';
import { withUnder, type Code } from './coding-types.js';

/** The codebook with what can be done to it. */
export const CodebookPane = memo(function CodebookPane(props: {
  codes: readonly Code[];
  chosen: Code | undefined;
  onChoose: (id: string | undefined) => void;
  onUse: (id: string) => void;
}) {
  const { codes, chosen, onChoose, onUse } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coding;
  const [dialog, setDialog] = useState<'new' | 'under' | 'edit' | 'move' | null>(null);
  const move = useChange(api.coding.moveCode);
  const remove = useChange(api.coding.removeCode);
  const close = () => setDialog(null);
  const own = chosen ? withUnder(codes, chosen.id) : new Set<string>();
  return (
    <>
      <div className="pane-head code-head">
        <h2>{words.codebook}</h2>
        <Button look="quiet" icon small label={words.newCode} onPress={() => setDialog('new')}>
          <Icon name="plus" />
        </Button>
        <Menu
          label={words.codeActs}
          button={<Icon name="edit" />}
          items={
            chosen
              ? [
                  { id: 'edit', name: words.editCode, run: () => setDialog('edit') },
                  { id: 'under', name: words.newCodeUnder, run: () => setDialog('under') },
                  { id: 'move', name: words.moveCode, run: () => setDialog('move') },
                  {
                    id: 'remove',
                    name: words.removeCode,
                    keys: 'Delete',
                    danger: true,
                    run: () => remove.mutate({ id: chosen.id }),
                  },
                  { id: 'all', name: words.allCodes, run: () => onChoose(undefined) },
                ]
              : [{ id: 'new', name: words.newCode, run: () => setDialog('new') }]
          }
        />
      </div>
      {codes.length === 0 ? (
        <div className="pane-body">
          <p>{words.noCodes}</p>
          <p className="hint">{words.noCodesHint}</p>
          <p className="hint">{words.noCodesExample}</p>
          <Button look="main" small onPress={() => setDialog('new')}>
            {words.newCode}
          </Button>
        </div>
      ) : (
        <>
          <p className="code-counts" aria-hidden="true">
            {words.counts}
          </p>
          <CodeTree
            codes={codes}
            chosen={chosen?.id}
            onChoose={onChoose}
            onUse={onUse}
            onMove={(id, parentId, before) => move.mutate({ id, parentId, before })}
            onRemove={(id) => remove.mutate({ id })}
          />
        </>
      )}
      {(dialog === 'new' || dialog === 'under' || dialog === 'edit') && (
        <CodeDialog
          codes={codes}
          code={dialog === 'edit' ? chosen : undefined}
          parentId={dialog === 'under' ? (chosen?.id ?? null) : null}
          onSaved={onChoose}
          onClose={close}
        />
      )}
      {dialog === 'move' && chosen && (
        <FindDialog
          title={words.moveCode}
          lead={`${words.moveLead(chosen.name)} … ${words.moveHint}`}
          placeholder={words.findPlace}
          none={words.noCodeFits}
          items={[
            { id: '', name: words.top },
            ...codes
              .filter(({ id }) => !own.has(id))
              .map(({ id, name, path, hue, passages }) => ({
                id,
                name,
                words: path,
                hue,
                note: f.count(passages, m.words.counts.passages),
              })),
          ]}
          onChoose={(id) => {
            move.mutate({ id: chosen.id, parentId: id || null, before: null });
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
});
