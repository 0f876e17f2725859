import { useFormat, useMessages } from '../language.js';
import { FindDialog } from '../parts/find-dialog.js';
import type { Code } from './coding-types.js';

/** Finds a code for the words chosen: those last used first, by digit; else by a few letters of the path. */
export function CodePalette(props: {
  words: string;
  codes: readonly Code[];
  recent: readonly Code[];
  /** What the words have already. */
  done: ReadonlySet<string>;
  onUse: (id: string) => void;
  onMake: (name: string) => void;
  onClose: () => void;
}) {
  const { words, codes, recent, done, onUse, onMake, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const rest = codes.filter((code) => !recent.includes(code));
  const item = (code: Code, index: number) => ({
    id: code.id,
    name: code.name,
    words: code.path,
    hue: code.hue,
    note: f.count(code.passages, m.words.counts.passages),
    ...(index >= 0 ? { digit: String(index + 1) } : {}),
  });
  return (
    <FindDialog
      title={m.coding.codeSelection}
      lead={f.quote(
        words.length > 260 ? `${words.slice(0, 160).trimEnd()} … ${words.slice(-80).trimStart()}` : words,
      )}
      placeholder={m.coding.findCode}
      none={m.coding.noCodeFits}
      items={[...recent.map(item), ...rest.map((code) => item(code, -1))]}
      done={done}
      hints={[
        { keys: 'Enter', name: m.coding.hintOne },
        { keys: 'shift+Enter', name: m.coding.hintSeveral },
        { keys: '1-9', name: m.coding.hintDigit },
      ]}
      make={{
        name: m.coding.make,
        run: (typed) => {
          onMake(typed);
          onClose();
        },
      }}
      onChoose={(id, stay) => {
        onUse(id);
        if (!stay) onClose();
      }}
      onClose={onClose}
    />
  );
}
