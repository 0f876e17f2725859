import { useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useFormat, useMessages } from '../../language.js';
import { codeColour } from '../../parts/code-colour.js';
import { Segmented, Select } from '../../parts/select.js';
import type { SourceEntry } from '../../parts/source-list.js';
import type { Codebook } from '../coding-types.js';
import type { Disagreement } from './sample.js';

export const keyOf = ({ sourceId, from, to, codeId }: Disagreement): string =>
  [sourceId, from, to, codeId].join(' ');

const ALL = 'all';
/** More than these are not shown in one list. */
const SHOWN = 500;

/** The disagreements as a list: text and code, what kind, and whether it is settled. */
export function DisagreementList(props: {
  listed: readonly Disagreement[];
  all: readonly Disagreement[];
  total: number;
  chosen: Disagreement | undefined;
  codebook: Codebook;
  sources: readonly SourceEntry[];
  codeId: string | undefined;
  onCode: (id: string | undefined) => void;
  filter: 'open' | 'all';
  onFilter: (filter: 'open' | 'all') => void;
  onChoose: (one: Disagreement) => void;
}) {
  const { listed, all, total, chosen, codebook, sources, codeId, filter } = props;
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const box = useRef<HTMLDivElement>(null);
  const open = all.filter(({ resolution }) => resolution === null).length;
  const differing = new Set(all.map((one) => one.codeId));
  const code = new Map(codebook.codes.map((one) => [one.id, one]));
  const title = new Map(sources.map((one) => [one.id, one.pseudonym ?? one.title]));
  const shown = listed.slice(0, SHOWN);
  return (
    <>
      <div className="pane-head disagreements-head">
        <h2>{words.list}</h2>
        <Segmented
          label={words.filter}
          value={filter}
          options={(['open', 'all'] as const).map((value) => ({ value, name: words.filters[value] }))}
          onChange={props.onFilter}
        />
        <span className="hint">{words.listOf(f.number(open), f.number(total))}</span>
        <Select
          label={words.code}
          bare
          value={codeId ?? ALL}
          options={[
            { value: ALL, name: words.allCodes },
            ...codebook.codes
              .filter(({ id }) => differing.has(id) || id === codeId)
              .map(({ id, name, path }) => ({
                value: id,
                name,
                note: path.split('/').slice(0, -1).join(' › '),
              })),
          ]}
          onChange={(id) => props.onCode(id === ALL ? undefined : id)}
        />
      </div>
      <div ref={box} className="disagreements">
        <GridList
          aria-label={words.list}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={chosen ? [keyOf(chosen)] : []}
          onSelectionChange={(keys) => {
            const one = shown.find((each) => keys !== 'all' && keys.has(keyOf(each)));
            if (one) props.onChoose(one);
          }}
          renderEmptyState={() => (
            <p className="hint disagreements-none">{all.length === 0 ? words.none : words.noneOpen}</p>
          )}
        >
          {shown.map((one) => {
            const own = code.get(one.codeId);
            return (
              <GridListItem
                key={keyOf(one)}
                id={keyOf(one)}
                textValue={`${own?.name ?? ''}, ${title.get(one.sourceId) ?? ''}`}
                className="disagreement"
              >
                <span className="disagreement-code coded" style={codeColour(own?.hue ?? 0)}>
                  {own?.name}
                </span>
                <small>
                  {[
                    title.get(one.sourceId),
                    words.kinds[one.kind],
                    one.resolution && words.settledAs[one.resolution.decision],
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </GridListItem>
            );
          })}
        </GridList>
        {(listed.length > SHOWN || total > all.length) && (
          <p className="hint disagreements-none">{words.moreThanListed(f.number(shown.length))}</p>
        )}
      </div>
    </>
  );
}
