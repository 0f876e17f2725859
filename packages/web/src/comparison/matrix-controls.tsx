import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Checkbox } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { CodePicker } from './code-picker.js';
import { useCodes } from './codes.js';
import { GroupFields, upper } from './group-fields.js';
import { GROUP_AXES, isCodeAxis, type Axis } from './group.js';
import type { MatrixChoice } from './use-matrix.js';

const AXES: readonly Axis[] = [
  'code',
  'section',
  'person',
  'phase',
  'complexity',
  'gender',
  'background',
  'channel',
  'site',
];
const NONE = 'none';

/** What the matrix shows: its axes, whom it counts, and which codes stand in it. */
export function MatrixControls(props: {
  choice: MatrixChoice;
  onChange: (choice: MatrixChoice) => void;
  passages: boolean;
  onPassages: (shown: boolean) => void;
}) {
  const { choice, onChange, passages, onPassages } = props;
  const { spec, group, inner } = choice;
  const m = useMessages();
  const { codes } = useCodes();
  const hasSections = codes.some(({ name }) => /^\d+(\.\d+)*\s/.test(name));
  const axes = AXES.filter((axis) => axis !== 'section' || hasSections);
  const option = (axis: Axis) => ({ value: axis, name: m.words.axis[axis] });
  const setAxis = (side: 'rows' | 'cols', axis: Axis) => {
    const other = side === 'rows' ? 'cols' : 'rows';
    const next = { ...spec, [side]: axis };
    // Every coding has one code, so codes against codes would only say that a code is itself: the other side gives way.
    if (isCodeAxis(next.rows) && isCodeAxis(next.cols))
      next[other] = isCodeAxis(spec[side]) ? spec[side] : 'phase';
    if (next.rows === next.cols || (isCodeAxis(next.rows) && isCodeAxis(next.cols)))
      next[other] = axis === 'phase' ? 'code' : 'phase';
    const keeps = inner && inner !== next.cols && inner !== next.rows && !isCodeAxis(next.cols);
    onChange({ ...choice, spec: next, inner: keeps ? inner : null });
  };
  const inners = GROUP_AXES.filter((axis) => axis !== spec.cols && axis !== spec.rows);
  const turned = () =>
    onChange({ ...choice, inner: null, spec: { ...spec, rows: spec.cols, cols: spec.rows } });
  return (
    <div className="stack matrix-controls">
      <div className="control-pair">
        <Select
          label={m.comparison.rows}
          value={spec.rows}
          options={axes.map(option)}
          onChange={(axis) => setAxis('rows', axis)}
        />
        <Select
          label={m.comparison.cols}
          value={spec.cols}
          options={axes.map(option)}
          onChange={(axis) => setAxis('cols', axis)}
        />
      </div>
      {!isCodeAxis(spec.cols) && (
        <Select
          label={m.comparison.innerCols}
          value={inner ?? NONE}
          options={[
            { value: NONE, name: m.comparison.notSplit },
            ...inners.map((axis) => ({ value: axis, name: m.words.axis[axis] })),
          ]}
          onChange={(axis) => onChange({ ...choice, inner: axis === NONE ? null : axis })}
        />
      )}
      <div className="row">
        <Button small onPress={turned} keys="t">
          {m.comparison.turn}
        </Button>
        <Checkbox checked={passages} onChange={onPassages}>
          {m.comparison.showPassages}
        </Checkbox>
      </div>
      <section className="stack-small">
        <h2 className="small-heading">{m.comparison.who}</h2>
        <GroupFields group={group} onChange={(next) => onChange({ ...choice, group: next })} />
      </section>
      {(isCodeAxis(spec.rows) || isCodeAxis(spec.cols)) && (
        <section className="stack-small">
          <div className="spread">
            <h2 className="small-heading">{upper(m.words.counts.codes.other)}</h2>
            {spec.codes.length > 0 && (
              <Button
                look="quiet"
                small
                onPress={() => onChange({ ...choice, spec: { ...spec, codes: [] } })}
              >
                {m.comparison.topCodes}
              </Button>
            )}
          </div>
          <p className="hint">
            {spec.codes.length === 0 ? m.comparison.topCodesHint : m.comparison.someCodesHint}
          </p>
          <CodePicker
            chosen={spec.codes}
            onChange={(chosen) => onChange({ ...choice, spec: { ...spec, codes: chosen } })}
          />
        </section>
      )}
    </div>
  );
}
