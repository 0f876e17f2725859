import { COEFFICIENTS } from '@bagom/core';
import { useMemo } from 'react';
import { useFormat, useMessages } from '../../language.js';
import { codeColour } from '../../parts/code-colour.js';
import { Table, type Column } from '../../parts/table.js';
import { useChoose } from '../../routes.js';
import type { Code, Codebook } from '../coding-types.js';
import { IntervalBar } from './interval-bar.js';
import { isSkewed } from './skewed.js';
import type { Agreement, Found } from './sample.js';

/** A code's agreement; without a code that of all. */
interface Row {
  code: Code | null;
  of: Agreement;
}

/** Codes by coefficients, each with its interval drawn; how common a code is stands first, for it decides what the others are worth. */
export function AgreementTable({ found, codebook }: { found: Found; codebook: Codebook }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const choose = useChoose();
  const rows = useMemo((): Row[] => {
    const codes = new Map(codebook.codes.map((code) => [code.id, code]));
    const each = found.codes.map((of) => ({ code: codes.get(of.codeId) ?? null, of }));
    return [{ code: null, of: found.overall }, ...each];
  }, [found, codebook.codes]);
  const name = (id: string) => codebook.coders.find((coder) => coder.id === id)?.name ?? '';
  const columns: Column<Row>[] = [
    {
      key: 'code',
      name: words.code,
      heads: true,
      value: ({ code }) => code?.path ?? '',
      cell: ({ code }) =>
        code ? (
          <button
            type="button"
            className="agreement-code coded"
            style={codeColour(code.hue)}
            title={`${code.path.replaceAll('/', ' › ')}. ${words.seeDifferences}`}
            onClick={() => choose({ part: 'disagreements', code: code.id })}
          >
            {code.name}
          </button>
        ) : (
          <strong>{words.all}</strong>
        ),
    },
    {
      key: 'prevalence',
      name: words.prevalence,
      number: true,
      value: ({ of }) => of.prevalence,
      cell: ({ of }) => (
        <span
          className="agreement-prevalence"
          title={of.prevalenceOf
            .map((value, i) =>
              words.prevalenceOf(
                name(found.coderIds[i] ?? ''),
                value === null ? words.cannotTell : f.number(value, 3),
              ),
            )
            .join('\n')}
        >
          {isSkewed(of) && (
            <small title={words.extremeWhy} className="skewed">
              {words.extreme}
            </small>
          )}
          {f.number(of.prevalence, 3)}
        </span>
      ),
    },
    ...COEFFICIENTS.map((key): Column<Row> => ({
      key,
      name: words.coefficients[key],
      number: true,
      value: ({ of }) => of[key],
      cell: ({ of }) => <IntervalBar of={of} coefficient={key} replicates={found.replicates} />,
    })),
  ];
  return (
    <Table
      caption={words.tableCaption}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code?.id ?? 'all'}
      rowClass={({ code }) => (code ? '' : 'agreement-all')}
      dense
    />
  );
}
