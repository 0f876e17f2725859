import type { EditorView } from '@codemirror/view';
import { useMessages } from '../../language.js';
import { useActions } from '../actions.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { findInText } from './show-span.js';

/** Opens the search in a text, by button, key or palette. */
export function FindButton({ view }: { view: EditorView | null }) {
  const m = useMessages();
  const find = () => findInText(view);
  useActions([{ id: 'text.find', name: m.transcripts.find, keys: 'mod+f', run: find }]);
  return (
    <Button look="quiet" icon small label={m.transcripts.find} keys="mod+f" onPress={find}>
      <Icon name="search" />
    </Button>
  );
}
