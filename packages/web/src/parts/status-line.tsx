import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../language.js';
import { Icon } from './icon.js';
import { Button } from './button.js';

export interface Said {
  text: string;
  /** `wrong`: something failed, and stays until something else is said. */
  tone?: 'plain' | 'wrong';
  /** What was done is the last operation and can be undone from the line. */
  undo?: boolean;
}

const StatusContext = createContext<{ said: Said | null; say: (said: Said | null) => void } | null>(null);

export function StatusProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((next: Said | null) => setSaid(next), []);
  const value = useMemo(() => ({ said, say }), [said, say]);
  return <StatusContext value={value}>{children}</StatusContext>;
}

function useStatus() {
  const status = useContext(StatusContext);
  if (!status) throw new Error('missing StatusProvider');
  return status;
}

/** Says a sentence in the quiet line below: `say({ text: m.coding.copied })`. Changes say theirs by themselves. */
export const useSay = () => useStatus().say;

/** The line below every page. It is always there, so that nothing moves when it speaks. */
export function StatusLine({ location, onUndo }: { location: string | undefined; onUndo: () => void }) {
  const { said, say } = useStatus();
  const m = useMessages();
  return (
    <footer className="status-line">
      <div className={`said ${said?.tone ?? 'plain'}`} role="status" aria-live="polite">
        {said && (said.tone === 'wrong' ? <Icon name="warning" /> : <Icon name="check" />)}
        {said && <span className="said-text">{said.text}</span>}
      </div>
      {said?.undo && (
        <Button
          look="quiet"
          small
          keys="mod+z"
          onPress={() => {
            say(null);
            onUndo();
          }}
        >
          {m.shell.undo}
        </Button>
      )}
      {said && (
        <Button look="quiet" icon small label={m.shell.close} onPress={() => say(null)}>
          <Icon name="close" />
        </Button>
      )}
      <span className="location">{location}</span>
    </footer>
  );
}
