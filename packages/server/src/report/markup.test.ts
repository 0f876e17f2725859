import { expect, test } from 'vitest';
import { markup } from './markup.js';

test('what is put in is escaped, in content and attributes; markup is not escaped twice', () => {
  const said = `<img src=x onerror="a('b')"> & \u0007`;
  const inner = markup`<i title="${said}">${said}</i>`;
  const shown = '&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; ';
  expect(markup`<p>${[inner, inner]} ${3}</p>`.toString()).toBe(
    `<p><i title="${shown}">${shown}</i><i title="${shown}">${shown}</i> 3</p>`,
  );
});
