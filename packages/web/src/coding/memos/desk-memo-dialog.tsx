import { useMessages } from '../../language.js';
import type { Code, Coder, Coding, Memo } from '../coding-types.js';
import { MemoDialog } from './memo-dialog.js';

/** What a memo is begun with at the desk: the text, the coding at the caret when there is one, the memo when it is changed. */
export interface MemoDraft {
  sourceId: string;
  coding?: Coding | undefined;
  /** The code that is looked at: a memo may be about it wherever it stands. */
  code?: Code | undefined;
  memo?: Memo;
}

/** Writes a memo from the coding desk: about the coding at the caret, its code, or the text. */
export function DeskMemoDialog(props: {
  draft: MemoDraft;
  codes: readonly Code[];
  coder: Coder | undefined;
  onClose: () => void;
}) {
  const { draft, codes, coder, onClose } = props;
  const m = useMessages();
  const { coding } = draft;
  const code = draft.code ?? codes.find(({ id }) => id === coding?.codeId);
  const subjects = [
    ...(coding ? [{ about: 'coding' as const, aboutId: coding.id, name: m.coding.memoAboutCoding }] : []),
    ...(code ? [{ about: 'code' as const, aboutId: code.id, name: m.coding.memoAboutCode(code.name) }] : []),
    { about: 'source' as const, aboutId: draft.sourceId, name: m.coding.memoAboutSource },
  ];
  return (
    <MemoDialog
      begun={{ subjects, ...(draft.memo ? { memo: draft.memo } : {}) }}
      coderId={coder?.id ?? null}
      onClose={onClose}
    />
  );
}
