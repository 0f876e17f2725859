import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { codeColour } from '../../parts/code-colour.js';
import { SearchField } from '../../parts/field.js';
import { fuzzy } from '../../parts/fuzzy.js';
import { Icon } from '../../parts/icon.js';
import type { Code } from '../coding-types.js';
import { CodebookAct } from './codebook-act.js';

/** Makes other codes one with this code. */
export function MergeDialog(props: { code: Code; codes: readonly Code[]; onClose: () => void }) {
  const { code, codes, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const merge = useChange(api.coding.mergeCodes, { onDone: onClose });
  const shown = codes.filter(
    ({ id, path }) => id !== code.id && (chosen.has(id) || typed === '' || fuzzy(typed, path) !== null),
  );
  return (
    <CodebookAct
      title={words.mergeTitle(code.name)}
      lead={words.mergeLead}
      act={words.mergeAct(f.count(chosen.size, m.words.counts.codes))}
      able={chosen.size > 0 && !merge.isPending}
      onAct={(note) => merge.mutate({ id: code.id, codeIds: [...chosen], note })}
      onClose={onClose}
    >
      <div className="row">
        <SearchField label={m.coding.findCode} value={typed} onChange={setTyped} autoFocus />
      </div>
      <ListBox
        className="coding-pick-list"
        aria-label={words.mergePick}
        selectionMode="multiple"
        selectionBehavior="toggle"
        items={shown}
        selectedKeys={[...chosen]}
        onSelectionChange={(keys) =>
          setChosen(new Set(keys === 'all' ? shown.map(({ id }) => id) : [...keys].map(String)))
        }
      >
        {({ id, path, hue, passages }) => (
          <ListBoxItem id={id} textValue={path} className="coding-pick">
            {({ isSelected }) => (
              <>
                <span className="checkbox-box">{isSelected && <Icon name="check" />}</span>
                <span className="spread coded" style={codeColour(hue)}>
                  <span className="code-path">{path.replaceAll('/', ' › ')}</span>
                  <small>{f.count(passages, m.words.counts.passages)}</small>
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </CodebookAct>
  );
}
