import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { CodePicker } from '../comparison/code-picker.js';
import { isCodeAxis, type Axis } from '../comparison/group.js';
import { SpokenWords } from '../comparison/passage.js';
import { PassagePicker } from '../comparison/passage-picker.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { BlockRow } from './report-types.js';

const AXES: readonly Axis[] = ['code', 'phase', 'complexity', 'gender', 'background', 'channel', 'site'];

/** Writes a block: its text, and whatever its kind points at. */
export function BlockForm(props: {
  row: BlockRow;
  /** The words of an excerpt as they stand now. */
  words?: string;
  onSaved: (id: string | undefined) => void;
  onCancel?: () => void;
}) {
  const { row, words, onSaved, onCancel } = props;
  const m = useMessages();
  const { draft, set, dirty } = useDraft<BlockRow>(row);
  const save = useChange(api.report.saveBlock, { onDone: ({ id }) => onSaved(id) });
  const { kind } = draft;
  const complete =
    kind === 'prose'
      ? draft.text.trim() !== ''
      : kind === 'excerpt'
        ? draft.sourceId !== null && draft.from !== null
        : kind === 'claim'
          ? draft.claimId !== null
          : kind === 'matrix'
            ? draft.matrix !== null && draft.matrix.rows !== draft.matrix.cols
            : true;
  const able = (dirty || !row.id) && complete;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (able && !save.isPending) save.mutate(draft);
      }}
    >
      {kind === 'excerpt' && <ExcerptField draft={draft} words={words} set={set} />}
      {kind === 'claim' && <ClaimField draft={draft} set={set} />}
      {kind === 'matrix' && <MatrixFields draft={draft} set={set} />}
      <TextField
        label={m.report.textOf[kind]}
        value={draft.text}
        lines={kind === 'prose' ? 14 : 4}
        serif
        onChange={(text) => set({ text })}
        {...(kind === 'excerpt' ? { hint: m.report.leadInHint } : {})}
        autoFocus={kind === 'prose' && !row.id}
      />
      <div className="row">
        <Button look="main" type="submit" isDisabled={!able || save.isPending}>
          {row.id ? m.shell.save : m.report.insert}
        </Button>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {m.shell.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

interface PartProps {
  draft: BlockRow;
  set: (part: Partial<BlockRow>) => void;
}

function ExcerptField({ draft, words, set }: PartProps & { words: string | undefined }) {
  const m = useMessages();
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<string>();
  const shown = picked ?? words;
  return (
    <div className="said-passage">
      {shown ? <SpokenWords text={shown} /> : <p className="hint">{m.report.noExcerpt}</p>}
      <div>
        <Button small onPress={() => setPicking(true)}>
          {draft.sourceId ? m.report.otherExcerpt : m.report.pickExcerpt}
        </Button>
      </div>
      {picking && (
        <PassagePicker
          title={m.report.pickExcerpt}
          act={m.comparison.pick}
          onClose={() => setPicking(false)}
          onPick={({ sourceId, from, to, text }) => {
            set({ sourceId, from, to });
            setPicked(text);
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}

function ClaimField({ draft, set }: PartProps) {
  const m = useMessages();
  const claims = useQuery(queries.claims());
  const list = claims.data?.claims ?? [];
  const chosen = list.find(({ id }) => id === draft.claimId);
  if (claims.data && list.length === 0) return <p className="hint">{m.report.noClaims}</p>;
  return (
    <>
      <Select
        label={m.report.claim}
        value={draft.claimId ?? ''}
        options={list.map(({ id, number, statement }) => ({ value: id, name: `${number} ${statement}` }))}
        onChange={(claimId) => set({ claimId })}
      />
      {chosen && <p className="reading chosen-claim">{chosen.statement}</p>}
    </>
  );
}

function MatrixFields({ draft, set }: PartProps) {
  const m = useMessages();
  const spec = draft.matrix ?? { rows: 'code' as const, cols: 'phase' as const, codes: [] };
  const options = (other: Axis) =>
    AXES.filter((axis) => axis !== other && !(isCodeAxis(axis) && isCodeAxis(other))).map((value) => ({
      value,
      name: m.words.axis[value],
    }));
  return (
    <>
      <div className="control-pair">
        <Select
          label={m.comparison.rows}
          value={spec.rows}
          options={options(spec.cols)}
          onChange={(rows) => set({ matrix: { ...spec, rows } })}
        />
        <Select
          label={m.comparison.cols}
          value={spec.cols}
          options={options(spec.rows)}
          onChange={(cols) => set({ matrix: { ...spec, cols } })}
        />
      </div>
      {(isCodeAxis(spec.rows) || isCodeAxis(spec.cols)) && (
        <details>
          <summary>{m.claims.chooseCodes}</summary>
          <p className="hint">
            {spec.codes.length === 0 ? m.comparison.topCodesHint : m.comparison.someCodesHint}
          </p>
          <CodePicker chosen={spec.codes} onChange={(codes) => set({ matrix: { ...spec, codes } })} />
        </details>
      )}
    </>
  );
}
