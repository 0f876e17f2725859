import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Inputs } from '../../api.js';
import { errorText, useChange } from '../../change.js';
import { useSpoken } from '../../language.js';
import { capital, word } from '../../operation-sentence.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Checkbox, NumberField, TextField } from '../../parts/field.js';
import { Select } from '../../parts/select.js';
import { Table } from '../../parts/table.js';
import { useChoose } from '../../routes.js';
import type { Coder } from '../coding-types.js';

type Axis = NonNullable<Inputs['doubleCodings']['draw']['axis']>;
const AXES = ['phase', 'complexity', 'gender', 'background', 'channel'] as const satisfies readonly Axis[];
const NOTHING = 'none';

/** Draws texts for several to code blind, and shows of which people they are before it is done. */
export function DrawDialog({ coders, onClose }: { coders: readonly Coder[]; onClose: () => void }) {
  const { messages: m, format: f, language } = useSpoken();
  const words = m.coders;
  const [name, setName] = useState(words.nameFirst);
  const [count, setCount] = useState(9);
  const [axis, setAxis] = useState<(typeof AXES)[number] | null>('phase');
  const [seed, setSeed] = useState(() => 1000 + Math.floor(Math.random() * 9000));
  const [who, setWho] = useState<readonly string[]>(() => coders.slice(0, 2).map(({ id }) => id));
  const choose = useChoose();
  const sound =
    Number.isInteger(count) && count > 0 && Number.isInteger(seed) && who.length > 1 && name.trim() !== '';
  const input = { name: name.trim(), count, axis, seed, coderIds: [...who] };
  const preview = useQuery({ ...queries.textDraw(input), enabled: sound });
  const draw = useChange(api.doubleCodings.draw, {
    onDone: ({ id }) => {
      onClose();
      choose({ sample: id, part: 'sample' });
    },
  });
  const strata = preview.data?.strata ?? [];
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
  const drawn = sum(strata.map((one) => one.drawn.length));
  const available = sum(strata.map((one) => one.available));
  return (
    <Dialog
      title={words.drawTitle}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={!sound || drawn === 0 || draw.isPending}
            onPress={() => draw.mutate(input)}
          >
            {words.drawAct(f.count(drawn, m.words.counts.sources))}
          </Button>
        </>
      }
    >
      <div className="draw-texts">
        <p className="hint">{words.drawLead}</p>
        <TextField label={words.name} value={name} onChange={setName} autoFocus />
        <div className="draw-texts-row">
          <NumberField
            label={words.howMany}
            value={count}
            min={1}
            onChange={setCount}
            hint={words.ofHowMany(f.number(available))}
          />
          <Select
            label={words.by}
            value={axis ?? NOTHING}
            options={[
              ...AXES.map((value) => ({ value, name: m.words.axis[value] })),
              { value: NOTHING, name: words.byNothing },
            ]}
            onChange={(value) => setAxis(AXES.find((one) => one === value) ?? null)}
          />
          <NumberField label={words.seed} value={seed} min={0} onChange={setSeed} hint={words.seedHint} />
        </div>
        <fieldset className="draw-who">
          <legend className="label">{words.who}</legend>
          {coders.map((coder) => (
            <Checkbox
              key={coder.id}
              checked={who.includes(coder.id)}
              onChange={(on) => setWho(on ? [...who, coder.id] : who.filter((id) => id !== coder.id))}
            >
              {coder.name}
            </Checkbox>
          ))}
          {who.length < 2 && <p className="wrong">{words.whoHint}</p>}
        </fieldset>
        {axis && strata.length > 0 && (
          <Table
            caption={words.drawTitle}
            dense
            rows={strata}
            rowKey={({ value }) => value ?? ''}
            columns={[
              {
                key: 'kind',
                name: capital(m.words.axis[axis]),
                heads: true,
                cell: ({ value }) => (value === null ? words.unknown : word(m.words[axis], value)),
              },
              { key: 'drawn', name: words.drawn, number: true, cell: (one) => f.number(one.drawn.length) },
              {
                key: 'available',
                name: words.available,
                number: true,
                cell: (one) => f.number(one.available),
              },
            ]}
          />
        )}
        {preview.error && sound && (
          <p className="wrong" role="alert">
            {errorText(preview.error, language)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
