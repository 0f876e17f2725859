import type { PlacementRule } from '@bagom/core';
import { useMessages } from '../language.js';
import { Segmented } from '../parts/select.js';

/** How people are placed before the third step: each in the likeliest class, or spread over all by probability. */
export function Placing({
  value,
  onChange,
}: {
  value: PlacementRule;
  onChange: (value: PlacementRule) => void;
}) {
  const m = useMessages();
  return (
    <Segmented
      label={m.judging.placing}
      bare={false}
      value={value}
      options={[
        { value: 'modal', name: m.judging.modal },
        { value: 'proportional', name: m.judging.proportional },
      ]}
      onChange={onChange}
    />
  );
}
