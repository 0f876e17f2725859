import './codebook/codebook.css';
import { memo, useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { FindDialog } from '../parts/find-dialog.js';
import { Icon } from '../parts/icon.js';
import { useActions } from '../parts/actions.js';
import { Menu } from '../parts/menu.js';
import { CodeDialog } from './code-dialog.js';
import { CodeTree } from './code-tree.js';
import { MergeDialog } from './codebook/merge-dialog.js';
import { RecodeDialog } from './codebook/recode-dialog.js';
import { RecolourDialog } from './codebook/recolour-dialog.js';
import { RemoveCodeDialog } from './codebook/remove-code-dialog.js';
import { SplitDialog } from './codebook/split-dialog.js';
import { useLatest } from '../parts/use-latest.js';
import { withUnder, type Code } from './coding-types.js';

type Act = 'new' | 'under' | 'edit' | 'move' | 'merge' | 'split' | 'recode' | 'recolour' | 'remove';

/** The codebook with what can be done to it. */
export const CodebookPane = memo(function CodebookPane(props: {
  codes: readonly Code[];
  chosen: Code | undefined;
  onChoose: (id: string | undefined) => void;
  onUse: (id: string) => void;
  /** Uses the words in hand as an example of the chosen code. */
  onExample: () => void;
}) {
  const { codes, chosen, onChoose, onUse, onExample } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coding;
  const [dialog, setDialog] = useState<Act | null>(null);
  const move = useChange(api.coding.moveCode);
  /** Up or down among its siblings. */
  const nudge = (step: 1 | -1) => {
    if (!chosen) return;
    const siblings = codes.filter(({ parentId }) => parentId === chosen.parentId);
    const at = siblings.indexOf(chosen) + step;
    if (at < 0 || at >= siblings.length) return;
    const before = step === 1 ? siblings[at + 1] : siblings[at];
    move.mutate({ id: chosen.id, parentId: chosen.parentId, before: before?.id ?? null });
  };
  const on = (act: Act) => () => setDialog(act);
  const manual = [
    { id: 'manual', name: m.codebook.manualShow, run: () => window.open('/files/codebook.html', '_blank') },
    { id: 'docx', name: m.codebook.manualDocx, run: () => window.location.assign('/files/codebook.docx') },
    { id: 'txt', name: m.codebook.manualTxt, run: () => window.location.assign('/files/codebook.txt') },
  ];
  const example = { id: 'example', name: m.codebook.exampleUse, keys: 'x', run: onExample };
  const acts = chosen
    ? [
        { id: 'edit', name: words.editCode, keys: 'e', run: on('edit') },
        { id: 'under', name: words.newCodeUnder, run: on('under') },
        { id: 'move', name: words.moveCode, run: on('move') },
        { id: 'up', name: m.codebook.moveUp, run: () => nudge(-1) },
        { id: 'down', name: m.codebook.moveDown, run: () => nudge(1) },
        { id: 'merge', name: m.codebook.merge, run: on('merge') },
        { id: 'split', name: m.codebook.split, run: on('split') },
        { id: 'recode', name: m.codebook.recode, run: on('recode') },
        { id: 'recolour', name: m.codebook.recolour, run: on('recolour') },
        { id: 'remove', name: words.removeCode, keys: 'Delete', danger: true, run: on('remove') },
        { id: 'all', name: words.allCodes, run: () => onChoose(undefined) },
      ]
    : [{ id: 'new', name: words.newCode, run: on('new') }];
  useActions([
    // In the tree Delete means the code; elsewhere on the page it means the coding at the caret.
    ...acts.map(({ id, name, run, ...rest }) => ({
      id: `codebook.${id}`,
      name: chosen ? `${name} (${chosen.name})` : name,
      run,
      ...('keys' in rest && id !== 'remove' ? { keys: rest.keys } : {}),
    })),
    ...manual.map(({ id, name, run }) => ({ id: `codebook.${id}`, name, run })),
  ]);
  const onMove = useLatest((id: string, parentId: string | null, before: string | null) =>
    move.mutate({ id, parentId, before }),
  );
  const onRemove = useLatest((id: string) => {
    onChoose(id);
    setDialog('remove');
  });
  const onNudge = useLatest(nudge);
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
          items={chosen ? [example, ...acts, ...manual] : [...acts, ...manual]}
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
            onMove={onMove}
            onRemove={onRemove}
            onNudge={onNudge}
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
      {dialog === 'merge' && chosen && <MergeDialog code={chosen} codes={codes} onClose={close} />}
      {dialog === 'split' && chosen && <SplitDialog code={chosen} onDone={onChoose} onClose={close} />}
      {dialog === 'recode' && chosen && <RecodeDialog code={chosen} codes={codes} onClose={close} />}
      {dialog === 'recolour' && chosen && <RecolourDialog code={chosen} onClose={close} />}
      {dialog === 'remove' && chosen && <RemoveCodeDialog code={chosen} onClose={close} />}
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
