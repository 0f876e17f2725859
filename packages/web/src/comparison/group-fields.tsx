import { useMessages } from '../language.js';
import { Select } from '../parts/select.js';
import { axisValues, GROUP_AXES, valueName, type Group } from './group.js';

const ANY = 'any';

/** Which persons: one choice an axis, "all" asks for nothing. */
export function GroupFields({ group, onChange }: { group: Group; onChange: (group: Group) => void }) {
  const m = useMessages();
  return (
    <div className="group-fields">
      {GROUP_AXES.map((axis) => (
        <Select
          key={axis}
          label={upper(m.words.axis[axis])}
          value={group[axis] ?? ANY}
          options={[
            { value: ANY, name: m.comparison.any },
            ...axisValues(axis, m).map((value) => ({ value, name: valueName(axis, value, m) })),
          ]}
          onChange={(value) => {
            const { [axis]: _, ...rest } = group;
            onChange(value === ANY ? rest : { ...rest, [axis]: value });
          }}
        />
      ))}
    </div>
  );
}

export const upper = (text: string) => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
