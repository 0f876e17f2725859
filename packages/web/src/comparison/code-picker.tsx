import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { codeColour } from '../parts/code-colour.js';
import { Checkbox, SearchField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { useCodes, type CodeEntry } from './codes.js';

interface CodePickerProps {
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}

/** The codebook as a tree with a box at each code. A branch opens; a search shows whatever fits, wherever it stands. */
export function CodePicker({ chosen, onChange }: CodePickerProps) {
  const m = useMessages();
  const f = useFormat();
  const { codes, byId } = useCodes();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const picked = new Set(chosen);
  const wanted = search.trim().toLowerCase();
  const parents = new Set(codes.map(({ parentId }) => parentId));
  const isOpen = (code: CodeEntry): boolean => {
    if (code.parentId === null) return true;
    const parent = byId.get(code.parentId);
    return Boolean(parent) && open.has(code.parentId) && isOpen(parent!);
  };
  const shown = codes.filter((code) => (wanted ? code.path.toLowerCase().includes(wanted) : isOpen(code)));
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <div className="code-picker">
      <SearchField label={m.comparison.findCode} value={search} onChange={setSearch} />
      <ul className="plain-list code-picker-list">
        {shown.map((code) => (
          <li key={code.id} className="code-picker-row" style={{ paddingLeft: wanted ? 0 : code.depth * 18 }}>
            {!wanted && parents.has(code.id) ? (
              <Button
                look="quiet"
                icon
                small
                aria-expanded={open.has(code.id)}
                label={
                  open.has(code.id) ? m.comparison.closeBranch(code.name) : m.comparison.openBranch(code.name)
                }
                onPress={() => setOpen(toggled(open, code.id))}
              >
                <Icon name={open.has(code.id) ? 'down' : 'right'} />
              </Button>
            ) : (
              <span className="code-picker-leaf" />
            )}
            <Checkbox checked={picked.has(code.id)} onChange={(on) => toggle(code.id, on)}>
              <span className="coded code-picker-name" style={codeColour(code.hue)}>
                {wanted ? code.path.replaceAll('/', ' › ') : code.name}
              </span>
            </Checkbox>
            <span className="code-picker-count" title={f.count(code.persons, m.words.counts.persons)}>
              {f.number(code.persons)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="hint">{m.comparison.noCodeFits}</p>}
    </div>
  );
}

function toggled(set: ReadonlySet<string>, value: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
