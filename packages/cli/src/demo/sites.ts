import { insert } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, type Demo } from './demo.js';
import { oneOf, readTsv } from './tsv.js';

const FILE = 'sites.tsv';

/** The places of help and the visits to them. Their true names go to the key. */
export async function addSites(demo: Demo): Promise<void> {
  const rows = await readTsv(FILE, [
    'id',
    'publishedName',
    'trueName',
    'kind',
    'sector',
    'region',
    'townSize',
    'visitFrom',
    'visitTo',
    'posterAt',
    'approached',
    'refused',
  ]);
  for (const row of rows) {
    const id = newId();
    demo.sites.set(row.id, id);
    demo.secrets.push({ table: 'sites', id, field: 'name', value: row.trueName });
    await change(demo, 'site.save', row.publishedName, [
      insert('sites', {
        id,
        name: row.publishedName,
        kind: row.kind,
        sector: oneOf(['public', 'civil'], row.sector, FILE, row.line),
        region: row.region,
        townSize: oneOf(['big', 'middle', 'small'], row.townSize, FILE, row.line),
      }),
      insert('visits', {
        id: newId(),
        siteId: id,
        from: row.visitFrom,
        to: row.visitTo,
        posterAt: row.posterAt || null,
        approached: Number(row.approached),
        refused: Number(row.refused),
        note: '',
      }),
    ]);
  }
}
