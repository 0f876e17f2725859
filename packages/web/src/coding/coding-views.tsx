import { useMessages } from '../language.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';

const VIEWS = ['desk', 'proposals', 'memos', 'coders'] as const;
type View = (typeof VIEWS)[number];

/** From the desk to what could be coded, what was thought, and those who code. */
export function CodingViews() {
  const m = useMessages();
  const [view, setView] = useChoice('view');
  return (
    <Segmented<View>
      label={m.coding.view}
      value={VIEWS.find((one) => one === view) ?? 'desk'}
      options={VIEWS.map((value) => ({ value, name: m.coding.views[value] }))}
      onChange={(value) => setView(value === 'desk' ? undefined : value)}
    />
  );
}
