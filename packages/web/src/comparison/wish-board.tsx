import { useFormat, useMessages } from '../language.js';
import { PersonDot } from './person-dot.js';

/** Something said by somebody, to be stood in a cell. */
export interface BoardItem {
  id: string;
  participantId: string;
  text: string;
  who: string;
  row: string;
  col: string;
}

/** Wishes or barriers in a printed table: each cell with its persons counted and every need in words. */
export function WishBoard(props: {
  caption: string;
  rows: readonly { key: string; name: string }[];
  cols: readonly { key: string; name: string }[];
  items: readonly BoardItem[];
  of: number;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { caption, rows, cols, items, of, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  return (
    <table className="board">
      <caption className="out-of-sight">{caption}</caption>
      <thead>
        <tr>
          <td>
            <span className="out-of-sight">{caption}</span>
          </td>
          {cols.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {cols.map((col) => {
              const here = items.filter((item) => item.row === row.key && item.col === col.key);
              const persons = new Set(here.map(({ participantId }) => participantId)).size;
              return (
                <td key={col.key}>
                  <p className={`board-sum ${persons === 0 ? 'none' : ''}`}>
                    <PersonDot n={persons} of={of} size={18} />
                    {m.comparison.ofAllPersons(f.number(persons), f.number(of))}
                  </p>
                  <ul className="plain-list board-list">
                    {byText(here).map(([text, group]) => (
                      <li key={text}>
                        <span className="board-text">{text}</span>{' '}
                        {group.map((item) => (
                          <button
                            key={item.id}
                            type="button"
                            className={`board-who ${item.id === chosen ? 'chosen' : ''}`}
                            aria-pressed={item.id === chosen}
                            aria-label={`${item.who}: ${text}`}
                            onClick={() => onChoose(item.id)}
                          >
                            {item.who}
                          </button>
                        ))}
                      </li>
                    ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same need in the same words stands once, with everybody who said it. */
function byText(items: readonly BoardItem[]): [string, BoardItem[]][] {
  const groups = new Map<string, BoardItem[]>();
  for (const item of items) {
    const same =
      [...groups.keys()].find((text) => text.toLowerCase() === item.text.toLowerCase()) ?? item.text;
    groups.set(same, [...(groups.get(same) ?? []), item]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}
