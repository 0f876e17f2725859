import type { AnswerGroup } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { NumberField, TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';

/** The ranges of a number that a quota goes by: their names and ends may be changed. An empty end is open. */
export function QuotaGroups(props: {
  groups: readonly AnswerGroup[];
  onChange: (groups: AnswerGroup[]) => void;
}) {
  const { groups, onChange } = props;
  const m = useMessages();
  const f = useFormat();
  const put = (at: number, part: Partial<AnswerGroup>) =>
    onChange(groups.map((group, i) => (i === at ? { ...group, ...part } : group)));
  const end = (value: number) => (Number.isFinite(value) ? value : null);
  return (
    <div className="draw-groups" role="group" aria-label={m.respondents.groups}>
      {groups.map(({ name, range }, i) => (
        <div key={i} className="draw-group">
          <TextField
            label={m.respondents.groupName(f.number(i + 1))}
            bare
            value={name}
            onChange={(value) => put(i, { name: value })}
          />
          <NumberField
            label={m.respondents.groupFrom(name)}
            bare
            value={range?.from ?? NaN}
            onChange={(value) => put(i, { range: { from: end(value), to: range?.to ?? null } })}
          />
          <NumberField
            label={m.respondents.groupTo(name)}
            bare
            value={range?.to ?? NaN}
            onChange={(value) => put(i, { range: { from: range?.from ?? null, to: end(value) } })}
          />
          <Button
            look="quiet"
            small
            icon
            label={m.respondents.removeGroup(name)}
            isDisabled={groups.length === 1}
            onPress={() => onChange(groups.filter((_, at) => at !== i))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <div>
        <Button
          small
          look="quiet"
          onPress={() => {
            const from = (groups.at(-1)?.range?.to ?? 0) + 1;
            onChange([...groups, { name: `${f.number(from)}+`, values: [], range: { from, to: null } }]);
          }}
        >
          {m.respondents.addGroup}
        </Button>
      </div>
    </div>
  );
}
