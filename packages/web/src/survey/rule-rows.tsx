import type { RecodeRule } from '@bagom/core';
import { useEffect, useRef } from 'react';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { readRule, ruleText } from './rule-text.js';

type Reading = Parameters<typeof readRule>[1];

/** A rule as it is being written: old values and the new one. An empty new one is no answer. */
export class RuleRow {
  readonly key: number;
  readonly text: string;
  readonly to: string;
  static #keys = 0;

  constructor(text: string, to: string, key = RuleRow.#keys++) {
    this.text = text;
    this.to = to;
    this.key = key;
  }

  set(part: { text?: string; to?: string }): RuleRow {
    return new RuleRow(part.text ?? this.text, part.to ?? this.to, this.key);
  }

  /** The new value; null for no answer, undefined for what is no number. */
  get value(): number | null | undefined {
    const text = this.to.trim().replace('−', '-').replace(',', '.');
    if (text === '') return null;
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  }

  /** The rule with a value put in; with one it has already, the rule as it is. */
  with(value: number | string, decimal: string, reading: Reading): RuleRow {
    const read = readRule(this.text, reading);
    if (read?.some(({ values }) => values.includes(value))) return this;
    const added = ruleText({ values: [value], range: null }, decimal);
    const sign = reading.words ? '; ' : ', ';
    return this.set({ text: this.text.trim() === '' ? added : `${this.text.trim()}${sign}${added}` });
  }

  /** The rule without a value it names; a range that reaches it stays. */
  without(value: number | string, decimal: string, reading: Reading): RuleRow {
    const read = readRule(this.text, reading);
    if (!read?.some(({ values }) => values.includes(value))) return this;
    const left = read.map((part) => ({ ...part, values: part.values.filter((one) => one !== value) }));
    const parts = left.filter(({ values, range }) => range !== null || values.length > 0);
    return this.set({ text: parts.map((part) => ruleText(part, decimal)).join(reading.words ? '; ' : ', ') });
  }
}

export const rowsOf = (rules: readonly RecodeRule[], decimal: string): RuleRow[] =>
  rules.length === 0
    ? [new RuleRow('', '1')]
    : rules.map(
        (rule) =>
          new RuleRow(
            ruleText(rule, decimal),
            rule.to === null ? '' : ruleText({ values: [rule.to], range: null }, decimal),
          ),
      );

/** The rules that the rows say, which row each comes from, and the rows that cannot be read. */
export function rulesOf(rows: readonly RuleRow[], reading: Reading) {
  const rules: RecodeRule[] = [];
  const rowOf: number[] = [];
  const unread: number[] = [];
  for (const [at, row] of rows.entries()) {
    const read = readRule(row.text, reading);
    const to = row.value;
    if ((!read && row.text.trim() !== '') || to === undefined) unread.push(at);
    if (to === undefined) continue;
    for (const part of read ?? []) {
      rules.push({ ...part, to });
      rowOf.push(at);
    }
  }
  return { rules, rowOf, unread };
}

/** The rules, one a line; Enter begins the next one. */
export function RuleRows(props: {
  rows: RuleRow[];
  unread: number[];
  words: boolean;
  active: number;
  onRows: (rows: RuleRow[]) => void;
  onActive: (at: number) => void;
}) {
  const { rows, unread, active, onRows, onActive } = props;
  const w = useMessages().surveyWork.recode;
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelectorAll<HTMLInputElement>('.rule-values input')[wanted.current]?.focus();
    wanted.current = null;
  });
  const add = () => {
    const next = 1 + Math.max(-1, ...rows.map(({ value }) => value ?? -1));
    onRows([...rows, new RuleRow('', String(next))]);
    onActive(rows.length);
    wanted.current = rows.length;
  };
  const set = (at: number, part: { text?: string; to?: string }) =>
    onRows(rows.map((row, i) => (i === at ? row.set(part) : row)));
  return (
    <>
      <ol ref={list} className="rule-rows plain-list">
        {rows.map((row, at) => (
          <li key={row.key} className={at === active ? 'rule-row active' : 'rule-row'}>
            <span className="rule-number" aria-hidden="true">
              {at + 1}
            </span>
            <div className="rule-values">
              <TextField
                label={w.ruleValues(at + 1)}
                bare
                autoFocus={at === 0}
                value={row.text}
                onChange={(text) => set(at, { text })}
                onFocus={() => onActive(at)}
                {...(at === rows.length - 1 ? { onEnter: add } : {})}
                wrong={unread.includes(at) && row.value !== undefined ? w.notUnderstood : null}
              />
            </div>
            <span aria-hidden="true">→</span>
            <div className="rule-to">
              <TextField
                label={w.ruleTo(at + 1)}
                bare
                value={row.to}
                onChange={(to) => set(at, { to })}
                onFocus={() => onActive(at)}
                {...(at === rows.length - 1 ? { onEnter: add } : {})}
                wrong={row.value === undefined ? w.notNumber : null}
              />
            </div>
            <Button
              look="quiet"
              icon
              small
              label={w.removeRule(at + 1)}
              isDisabled={rows.length === 1}
              onPress={() => {
                onRows(rows.filter((_, i) => i !== at));
                onActive(Math.max(0, Math.min(active, rows.length - 2)));
              }}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button small keys="Enter" onPress={add}>
          {w.addRule}
        </Button>
      </div>
    </>
  );
}
