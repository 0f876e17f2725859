import type { MaskedSource, Mention } from './masking-types.js';
import type { Decide } from './use-decide.js';

/** What the margin beside a text must know and can do. */
export interface MarginProps {
  open: MaskedSource;
  chosen: Mention | undefined;
  onChoose: (mention: Mention) => void;
  decide: Decide;
  onMask: () => void;
  together: boolean;
  onTogether: (together: boolean) => void;
}
