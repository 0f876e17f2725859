import { api } from '../api.js';
import { useChange } from '../change.js';
import { alike, type Decision, type EntityKind, type MaskedSource, type Mention } from './masking-types.js';

export type Decide = (mention: Mention, decision: Decision, more?: { kind?: EntityKind }) => void;

/** Decides on a mention, and with it on all that speak of the same when they are taken together. */
export function useDecide(
  open: MaskedSource | undefined,
  together: boolean,
  onDecided: (mention: Mention) => void,
): Decide {
  const change = useChange(api.masking.decide);
  return (mention, decision, more = {}) => {
    if (!open) return;
    const ids = together ? alike(mention, open).map(({ id }) => id) : [mention.id];
    const entityId = decision === 'mask' ? mention.entityId : null;
    change.mutate({ ids, decision, ...(entityId ? { entityId } : {}), ...more });
    // A changed kind is not a decision; the reader stays where they are.
    if (decision !== 'open' && more.kind === undefined) onDecided(mention);
  };
}
