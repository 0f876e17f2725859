import { ENTITY_KINDS, insert, occurrences, type Draft, type Span } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, type Demo, type DemoSource } from './demo.js';
import { materialError, oneOf, readTsv } from './tsv.js';

/** Transcripts whose last mentions nobody has decided yet: a study is never quite done. */
const UNDECIDED: Readonly<Record<string, number>> = { '08-oskar': 3, '26-ivan': 3 };

/** What can identify someone, text by text: entities with what may be printed, their places, their true words in the key. */
export async function maskSources(demo: Demo): Promise<void> {
  const entities = new Map<string, string>();
  for (const source of demo.sources.values()) {
    const file = `masking/${source.name}.tsv`;
    const rows = await readTsv(file, ['text', 'kind', 'replacement']);
    const drafts: Draft[] = [];
    const found: { span: Span; row: (typeof rows)[number]; entityId: string }[] = [];
    const words = new Map(rows.map((row) => [row.text, row]));
    // The longest words first: `Vorup Enge` is not a place called Vorup beside one called Enge.
    for (const row of [...rows].sort((a, b) => b.text.length - a.text.length)) {
      const kind = oneOf(ENTITY_KINDS, row.kind, file, row.line);
      const places = placesOf(source, row.text);
      if (places.length === 0) throw materialError(file, row.line, `"${row.text}" does not occur`);
      const base = words.get(row.text.replace(/s$/, ''));
      const genitive = base !== undefined && base !== row && row.replacement === `${base.replacement}s`;
      const named = genitive ? base : row;
      const key = [kind, named.text, named.replacement].join('|');
      let entityId = entities.get(key);
      if (entityId === undefined) {
        entityId = newId();
        entities.set(key, entityId);
        demo.secrets.push({ table: 'entities', id: entityId, field: 'words', value: named.text });
        drafts.push(insert('entities', { id: entityId, kind, replacement: named.replacement, note: '' }));
      }
      for (const { from, to } of places) {
        // A genitive's s stays where it is.
        const span = { from, to: genitive ? to - 1 : to };
        if (!found.some((other) => other.span.from < span.to && span.from < other.span.to))
          found.push({ span, row, entityId });
      }
    }
    found.sort((a, b) => a.span.from - b.span.from);
    const decided = found.length - (UNDECIDED[source.name] ?? 0);
    found.forEach(({ span, row, entityId }, index) =>
      drafts.push(
        insert('mentions', {
          id: newId(),
          sourceId: source.id,
          version: source.version,
          ...span,
          entityId,
          kind: oneOf(ENTITY_KINDS, row.kind, file, row.line),
          decision: index < decided ? 'mask' : 'open',
          reason: index < decided ? '' : 'known',
        }),
      ),
    );
    await change(demo, 'mention.decide', `${source.name} (${decided})`, drafts);
  }
}

/** Where words stand as whole words in what somebody says; labels are not said. */
function placesOf({ text, turns }: DemoSource, words: string): Span[] {
  return occurrences(text, words)
    .map((from) => ({ from, to: from + words.length }))
    .filter(({ from, to }) => turns.some((turn) => turn.from <= from && to <= turn.to));
}
