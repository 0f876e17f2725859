import {
  createContext,
  useContext,
  useEffect,
  useId,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Action, Place, Registered } from './action.js';
import { keyPressed, type Pressed } from './key-pressed.js';

export type { Action, Place, Registered };

interface Registry {
  set: (owner: string, actions: Registered[]) => void;
  drop: (owner: string) => void;
  all: () => Registered[];
  subscribe: (listener: () => void) => () => void;
}

function registry(): Registry {
  const owners = new Map<string, Registered[]>();
  const listeners = new Set<() => void>();
  let all: Registered[] = [];
  const tell = () => {
    // Last come first served: a page's key wins over one that holds everywhere.
    all = [...owners.values()].reverse().flat();
    for (const listener of listeners) listener();
  };
  return {
    set(owner, actions) {
      owners.set(owner, actions);
      tell();
    },
    drop(owner) {
      owners.delete(owner);
      tell();
    },
    all: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const ActionsContext = createContext<Registry | null>(null);

export function ActionsProvider({ children }: { children: ReactNode }) {
  const actions = useMemo(() => registry(), []);
  useEffect(() => {
    let before: Pressed | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const { action, pressed } = keyPressed(event, actions.all(), before);
      before = pressed;
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

function useRegistry(): Registry {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('missing ActionsProvider');
  return actions;
}

/** Offers actions while the component is on the page: their keys work, and the palette and `?` list them. */
export function useActions(actions: Action[], place: Place = 'page'): void {
  const { set, drop } = useRegistry();
  const owner = useId();
  // On every render: the actions close over what the page shows now.
  useEffect(() =>
    set(
      owner,
      actions.map((action) => ({ ...action, place })),
    ),
  );
  useEffect(() => () => drop(owner), [drop, owner]);
}

/** All actions offered now. */
export function useOffered(): Registered[] {
  const { all, subscribe } = useRegistry();
  return useSyncExternalStore(subscribe, all);
}
