import { useMessages } from '../../language.js';
import { Segmented } from '../../parts/select.js';
import { useChoice } from '../../routes.js';

const VIEWS = ['desk', 'coders'] as const;

/** From the desk to those who code, and back. */
export function CodingViews() {
  const m = useMessages();
  const [view, setView] = useChoice('view');
  return (
    <Segmented
      label={m.coders.view}
      value={view === 'coders' ? 'coders' : 'desk'}
      options={VIEWS.map((value) => ({ value, name: m.coders.views[value] }))}
      onChange={(value) => setView(value === 'desk' ? undefined : value)}
    />
  );
}
