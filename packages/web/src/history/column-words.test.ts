import { TABLES } from '@bagom/core';
import { describe, expect, test } from 'vitest';
import { history as da } from '../messages/da/history.js';
import { history as en } from '../messages/en/history.js';

describe.each([
  ['da', da],
  ['en', en],
])('the history in %s', (_, words) => {
  const columns: Record<string, string> = words.columns;

  test.each(Object.entries(TABLES))('calls no two fields of %s by one name', (_table, fields) => {
    const named = Object.keys(fields).flatMap((field) => columns[field] ?? []);
    expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
  });
});
