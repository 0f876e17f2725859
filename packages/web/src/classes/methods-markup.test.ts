import { expect, test } from 'vitest';
import { methodsMarkup } from './methods-markup.js';

test('labels from a survey cannot become markup in what is pasted', () => {
  const markup = methodsMarkup({
    paragraphs: [{ title: 'Data', sentences: [{ text: '»<b>Ensom</b>« & "alene"', items: [] }] }],
    tables: [{ key: 'final', title: 'T', head: ['<i>'], rows: [['p < 0,001']], note: null }],
    gaps: [],
    checklist: [],
  });
  expect(markup).toBe(
    '<h3>Data</h3><p>»&lt;b&gt;Ensom&lt;/b&gt;« &amp; &quot;alene&quot;</p>' +
      '<table><caption>T</caption><tr><th>&lt;i&gt;</th></tr><tr><td>p &lt; 0,001</td></tr></table>',
  );
});
