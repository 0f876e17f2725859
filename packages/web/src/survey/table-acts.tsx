import { useSpoken } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { useSay } from '../parts/status-line.js';
import { csvOf, tabbed, type PlainTable } from './plain-table.js';

/** A table taken along: to the clipboard, as a sentence for a claim, or as a file. Small cells are left out of it. */
export function TableActs(props: { name: string; table: () => PlainTable; words: () => string }) {
  const { name, table, words } = props;
  const { language, messages: m } = useSpoken();
  const w = m.surveyWork.tables;
  const say = useSay();
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text);
      say({ text: done });
    } catch {
      say({ text: w.notCopied, tone: 'wrong' });
    }
  };
  const acts = [
    { id: 'copy-table', name: w.copy, keys: 'c', run: () => void copy(tabbed(table(), language), w.copied) },
    { id: 'copy-words', name: w.copyWords, keys: 'shift+c', run: () => void copy(words(), w.copiedWords) },
    {
      id: 'save-table',
      name: w.save,
      keys: 's',
      run: () => saveFile(`${name}.csv`, csvOf(table(), language)),
    },
  ];
  useActions(acts);
  return (
    <div className="table-acts">
      {acts.map(({ id, name: act, keys, run }) => (
        <Button key={id} small keys={keys} onPress={run}>
          {act}
        </Button>
      ))}
    </div>
  );
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
