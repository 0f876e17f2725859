import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { queries, type Outputs } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { SearchField } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { Read } from '../../parts/read.js';

type CodingWithWords = Outputs['coding']['codeCodings']['codings'][number];

/** So many are drawn; a search narrows the rest. */
const MOST = 300;

/** The codings of a code to choose among, with their words: walked with the arrows, chosen with space, narrowed by a search. */
export function CodingPicker(props: {
  codeId: string;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}) {
  const { codeId, ...choice } = props;
  const codings = useQuery(queries.codeCodings(codeId));
  return <Read query={codings}>{(read) => <Codings codings={read.codings} {...choice} />}</Read>;
}

function Codings(props: {
  codings: readonly CodingWithWords[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}) {
  const { codings, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const [typed, setTyped] = useState('');
  const fitting = useMemo(() => {
    const wanted = typed.trim().toLocaleLowerCase('da');
    if (wanted === '') return codings;
    return codings.filter(({ words: said, pseudonym, sourceTitle }) =>
      `${said} ${pseudonym ?? ''} ${sourceTitle}`.toLocaleLowerCase('da').includes(wanted),
    );
  }, [codings, typed]);
  const shown = fitting.slice(0, MOST);
  if (codings.length === 0) return <p className="hint">{words.noCodings}</p>;
  return (
    <div className="coding-picker">
      <div className="row end">
        <SearchField label={words.pickFilter} value={typed} onChange={setTyped} />
        <Button small onPress={() => onChoose(new Set([...chosen, ...fitting.map(({ id }) => id)]))}>
          {words.pickAll}
        </Button>
        <Button small isDisabled={chosen.size === 0} onPress={() => onChoose(new Set())}>
          {words.pickNone}
        </Button>
      </div>
      <ListBox
        className="coding-pick-list"
        aria-label={words.pick}
        selectionMode="multiple"
        selectionBehavior="toggle"
        items={shown}
        selectedKeys={shown.flatMap(({ id }) => (chosen.has(id) ? [id] : []))}
        onSelectionChange={(keys) => {
          const now = new Set(keys === 'all' ? shown.map(({ id }) => id) : [...keys].map(String));
          // Those out of sight stay as they were.
          const inSight = new Set(shown.map(({ id }) => id));
          for (const id of chosen) if (!inSight.has(id)) now.add(id);
          onChoose(now);
        }}
      >
        {({ id, words: said, pseudonym, sourceTitle }) => (
          <ListBoxItem id={id} textValue={said.slice(0, 80)} className="coding-pick">
            {({ isSelected }) => (
              <>
                <span className="checkbox-box">{isSelected && <Icon name="check" />}</span>
                <span>
                  <small>{pseudonym ?? sourceTitle}</small>
                  <span className="coding-pick-words">
                    {said.length > 320 ? `${said.slice(0, 320).trimEnd()} …` : said}
                  </span>
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      <p className="hint">
        {words.picked(f.number(chosen.size), f.number(codings.length))}
        {' · '}
        {fitting.length > shown.length
          ? words.pickMore(f.number(shown.length), f.number(fitting.length))
          : words.pickKeys}
      </p>
    </div>
  );
}
