import type { InvitationState } from '@bagom/core';
import { useMessages } from '../language.js';

const CIRCLE = 'M6 1a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z';
const STATE_MARKS: Record<InvitationState, string> = {
  listed: CIRCLE,
  contacted: CIRCLE,
  agreed: CIRCLE,
  refused: 'm2 2 8 8M10 2l-8 8',
  unreachable: 'M2 6h8',
};

/** How full the sign is says how far it has come; a cross, that it came to nothing. */
export function StateMark({ state }: { state: InvitationState }) {
  const m = useMessages();
  return (
    <span className="no-break">
      <svg className={`state-mark ${state}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={STATE_MARKS[state]} />
        {state === 'contacted' && <path className="full" d="M6 1a5 5 0 0 0 0 10Z" />}
        {state === 'agreed' && <circle className="full" cx="6" cy="6" r="5.5" />}
      </svg>
      {m.invitations.states[state]}
    </span>
  );
}
