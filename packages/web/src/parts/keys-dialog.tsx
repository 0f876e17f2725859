import { useMessages } from '../language.js';
import { useOffered, type Place } from './actions.js';
import { Dialog } from './dialog.js';
import { keysText } from './keys.js';

/** Every key that does something now. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const offered = useOffered().filter((action) => action.keys);
  const part = (place: Place, title: string) => {
    const actions = offered.filter((action) => action.place === place);
    if (actions.length === 0) return null;
    return (
      <section>
        <h3>{title}</h3>
        <dl className="key-list">
          {actions.map((action) => (
            <div key={action.id}>
              <dt>
                <kbd className="keys">{keysText(action.keys ?? '')}</kbd>
              </dt>
              <dd>{action.name}</dd>
            </div>
          ))}
        </dl>
      </section>
    );
  };
  return (
    <Dialog title={m.shell.keys} onClose={onClose} size="large">
      <p className="hint">{m.shell.keysLead}</p>
      <div className="key-columns">
        {part('page', m.shell.onThisPage)}
        {part('everywhere', m.shell.everywhere)}
      </div>
    </Dialog>
  );
}
