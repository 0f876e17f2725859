import type { Row, TableName } from '../study/tables.js';
import type { Span } from '../text/spans.js';

/** Tables whose rows stand on a stretch of the text of a source that is shown. */
export const PLACED_TABLES = [
  'codings',
  'examples',
  'mentions',
  'memos',
  'bookmarks',
  'wishes',
  'barriers',
  'blocks',
] as const;
export type PlacedTable = (typeof PLACED_TABLES)[number];

export const isPlaced = (table: TableName): table is PlacedTable =>
  (PLACED_TABLES as readonly TableName[]).includes(table);

/** The source a row stands on, and where; null: it stands nowhere. */
export function placeOf(table: PlacedTable, row: Row): { sourceId: string; span: Span } | null {
  const values = row as unknown as Record<string, unknown>;
  const sourceId =
    table === 'memos' ? (values['about'] === 'source' ? values['aboutId'] : null) : values['sourceId'];
  const { from, to } = values;
  if (typeof sourceId !== 'string' || typeof from !== 'number' || typeof to !== 'number') return null;
  return { sourceId, span: { from, to } };
}

/** The columns that say where a row stands, of those that it has. */
export function positionsIn(
  row: object,
  { from, to }: Span,
  version: number,
  quoteHash: () => string,
): Record<string, unknown> {
  return {
    from,
    to,
    ...('version' in row ? { version } : {}),
    ...('quoteHash' in row ? { quoteHash: quoteHash() } : {}),
  };
}
