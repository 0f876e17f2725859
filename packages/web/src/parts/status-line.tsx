import { useMutationState } from '@tanstack/react-query';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useMessages } from '../language.js';
import { Icon } from './icon.js';
import { Button } from './button.js';

/** By this name the line knows which requests change the study. */
export const CHANGE = ['change'] as const;

export interface Said {
  text: string;
  /** `wrong`: something failed, and stays until something else is said. */
  tone?: 'plain' | 'wrong';
  /** What was done is the last operation and can be undone from the line. */
  undo?: boolean;
}

// Apart, so that what only speaks is not drawn anew when something is said.
const SaidContext = createContext<Said | null>(null);
const SayContext = createContext<((said: Said | null) => void) | null>(null);

export function StatusProvider({ children }: { children: ReactNode }) {
  const [said, say] = useState<Said | null>(null);
  return (
    <SayContext value={say}>
      <SaidContext value={said}>{children}</SaidContext>
    </SayContext>
  );
}

/** Says a sentence in the quiet line below: `say({ text: m.coding.copied })`. Changes say theirs by themselves. */
export function useSay(): (said: Said | null) => void {
  const say = useContext(SayContext);
  if (!say) throw new Error('missing StatusProvider');
  return say;
}

/** Whether the last change is on disk: said only once the study has answered that it is. */
function Saved() {
  const m = useMessages();
  const states = useMutationState({
    filters: { mutationKey: CHANGE },
    select: ({ state }) => state.status,
  });
  const state = states.includes('pending') ? 'saving' : states.at(-1) === 'error' ? 'notSaved' : 'saved';
  return <span className={`saved ${state}`}>{m.shell[state]}</span>;
}

/** The line below every page. It is always there, so that nothing moves when it speaks. */
export function StatusLine({ location, onUndo }: { location: string | undefined; onUndo: () => void }) {
  const said = useContext(SaidContext);
  const say = useSay();
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
      <Saved />
      <span className="location">{location}</span>
    </footer>
  );
}
