import { child, children, textOf, type XmlElement } from '../xml/read.js';

/** A row of one of LimeSurvey's tables. A column that is empty in the file is not there. */
export type LssRow = ReadonlyMap<string, string>;

/** The tables a structure file is a dump of: `<questions><rows><row><qid>…`. */
export function lssTables(root: XmlElement): { languages: string[]; rows: (table: string) => LssRow[] } {
  return {
    languages: children(child(root, 'languages') ?? root, 'language').map(textOf),
    rows: (table) =>
      children(child(child(root, table) ?? EMPTY, 'rows') ?? EMPTY, 'row').map((row) => {
        const cells = new Map<string, string>();
        for (const cell of row.content) {
          if (typeof cell === 'string') continue;
          const text = cell.content
            .map((one) => (typeof one === 'string' ? one : textOf(one)))
            .join('')
            .trim();
          if (text !== '') cells.set(cell.name, text);
        }
        return cells;
      }),
  };
}

const EMPTY: XmlElement = { name: '', attributes: {}, content: [] };
