import { inContext, insert, readQuery, readWords, SearchIndex } from '@bagom/core';
import { afterAll, describe, expect, it } from 'vitest';
import { ENGINES } from './databases.fixture.js';
import { createStudy, openStudy } from './open-study.js';
import { code, source } from './rows.fixture.js';

/** What every database must find, word for word. */
const FOUND = {
  ensomme: ['text s Ensomheden', 'text s ensom', 'code a Ensomhed'],
  '"gå ture"': ['text s gå ture'],
  'venn*': ['text t vennerne'],
  cafe: ['text t café'],
};

describe.each(ENGINES.map((engine) => engine()))('search on $name', (engine) => {
  afterAll(() => engine.end());

  it('finds the same places in a study opened again', async () => {
    const at = await engine.fresh();
    const made = await createStudy(at, { title: 't', language: 'da', actor: 'x' });
    const one = source('s', 'Ensomheden kom.\nHun er ensom 🙂 og vil gå ture.\n');
    const other = source('t', 'På en café med vennerne.\n');
    await made.commit('x.y', 's', [...one.drafts, ...other.drafts], [...one.blobs, ...other.blobs]);
    await made.commit('x.y', 'a', [insert('codes', code('a', { name: 'Ensomhed' }))]);
    await made.close();
    const study = await openStudy(at, { mode: 'read' });
    const index = new SearchIndex();
    for (const { hash, language } of index.unread(study.state))
      index.takeText(hash, readWords(await study.text(hash), language));
    expect(index.unread(study.state)).toEqual([]);
    const found: Record<string, string[]> = {};
    for (const typed of Object.keys(FOUND)) {
      found[typed] = [];
      for (const { hits } of index.search(study.state, readQuery(typed), { from: 0, count: 10 }))
        for (const { kind, id, text, words, line } of hits) {
          const whole = typeof text === 'string' ? text : await study.text(text.hash);
          const { from, to } = inContext(whole, words, line);
          found[typed].push(`${kind} ${id} ${whole.slice(from, to)}`);
        }
    }
    expect(found).toEqual(FOUND);
    await study.close();
  });

  it('long JSON is decoded when it is read, as frozen and as whole as any', async () => {
    const at = await engine.fresh();
    const made = await createStudy(at, { title: 't', language: 'da', actor: 'x' });
    const { drafts, blobs } = source('s');
    const turns = Array.from({ length: 200 }, (_, n) => ({
      from: 0,
      to: 4,
      role: 'other' as const,
      label: null,
      time: null,
      line: n,
    }));
    const version = drafts.find((draft) => draft.table === 'sourceVersions');
    if (version?.do === 'insert' && version.table === 'sourceVersions') version.row.turns = turns;
    await made.commit('x.y', 's', drafts, blobs);
    await made.close();
    const study = await openStudy(at);
    const row = study.state.sourceVersions.get('s-1')!;
    expect(row.turns).toEqual(turns);
    expect(row.turns).toBe(row.turns);
    expect(() => (row.turns as unknown[]).push(1)).toThrow(TypeError);
    expect(() => Object.assign(row, { turns: [] })).toThrow(TypeError);
    expect({ ...row }.turns).toBe(row.turns);
    expect(JSON.parse(JSON.stringify(row))).toEqual({ ...row });
    expect(await study.verify()).toEqual([]);
    await study.close();
  });
});
