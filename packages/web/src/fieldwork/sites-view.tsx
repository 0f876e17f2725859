import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { Panes } from '../parts/panes.js';
import { Table, type Column } from '../parts/table.js';
import { useChoice } from '../routes.js';
import type { Fieldwork, Visit } from './fieldwork-types.js';
import { Answers, NEW_SITE } from './site-answers.js';
import { SitePane } from './site-pane.js';
import { useTrueValue } from './true-names.js';

type Site = Fieldwork['sites'][number];
/** A site with what its visits came to. */
interface SiteRow extends Site {
  visits: Visit[];
  days: number;
  approached: number;
  refused: number;
  people: number;
}

/** The places of help where people were met, with how many were asked and how many said no. */
export function SitesView({ fieldwork }: { fieldwork: Fieldwork }) {
  const m = useMessages();
  const f = useFormat();
  const [chosen, choose] = useChoice('site');
  const [adding, setAdding] = useState(false);
  const add = () => {
    choose(undefined);
    setAdding(true);
  };
  useActions([{ id: 'add-site', name: m.fieldwork.addSite, keys: 'n', run: add }]);
  const rows = fieldwork.sites.map((site) => siteRow(site, fieldwork));
  const columns = useSiteColumns();
  const asked = rows.reduce((sum, { approached }) => sum + approached, 0);
  const refused = rows.reduce((sum, row) => sum + row.refused, 0);
  const site = rows.find(({ id }) => id === chosen);
  return (
    <Panes
      id="fieldwork-sites"
      name={m.fieldwork.views.sites}
      right={{
        name: m.fieldwork.site,
        width: 380,
        min: 360,
        children:
          site || adding ? (
            <SitePane
              key={site?.id ?? NEW_SITE}
              site={site ?? null}
              visits={site?.visits ?? []}
              onAdded={(id) => {
                setAdding(false);
                choose(id);
              }}
            />
          ) : (
            <div className="pane-body">
              <p className="hint">{m.fieldwork.chooseSite}</p>
            </div>
          ),
      }}
    >
      {rows.length === 0 ? (
        <Empty
          title={m.fieldwork.noSitesTitle}
          act={
            <Button look="main" keys="n" onPress={add}>
              {m.fieldwork.addSite}
            </Button>
          }
        >
          <p>{m.fieldwork.noSitesText}</p>
        </Empty>
      ) : (
        <>
          <div className="pane-head fieldwork-bar">
            <span>{m.fieldwork.refusedOf(f.number(refused), f.number(asked))}</span>
            <span className="fieldwork-spacer" />
            <Button keys="n" onPress={add}>
              {m.fieldwork.addSite}
            </Button>
          </div>
          <div className="fieldwork-table">
            <Table
              caption={m.fieldwork.views.sites}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              chosen={chosen}
              onChoose={({ id }) => {
                setAdding(false);
                choose(id);
              }}
              sorted={{ key: 'name', down: false }}
              fill
              dense
            />
          </div>
        </>
      )}
    </Panes>
  );
}

const DAY = 86_400_000;

function siteRow(site: Site, { visits, people }: Fieldwork): SiteRow {
  const own = visits.filter(({ siteId }) => siteId === site.id);
  return {
    ...site,
    visits: own,
    days: own.reduce(
      (sum, { from, to }) => sum + Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1,
      0,
    ),
    approached: own.reduce((sum, { approached }) => sum + approached, 0),
    refused: own.reduce((sum, { refused }) => sum + refused, 0),
    people: people.filter(({ siteId }) => siteId === site.id).length,
  };
}

function useSiteColumns(): Column<SiteRow>[] {
  const m = useMessages();
  const f = useFormat();
  const trueValue = useTrueValue();
  const c = m.fieldwork.siteColumns;
  return [
    { key: 'name', name: c.name, heads: true, value: ({ name }) => name },
    ...(trueValue.shown
      ? [
          {
            key: 'true',
            name: c.trueName,
            value: ({ id }: SiteRow) => trueValue.of('sites', id, 'name') ?? '',
          },
        ]
      : []),
    { key: 'kind', name: c.kind, value: ({ kind }) => kind },
    { key: 'sector', name: c.sector, value: ({ sector }) => m.words.sector[sector] },
    { key: 'region', name: c.region, value: ({ region }) => region },
    { key: 'town', name: c.townSize, value: ({ townSize }) => m.words.townSize[townSize] },
    {
      key: 'days',
      name: c.days,
      number: true,
      value: ({ days }) => days,
      cell: ({ days }) => (days > 0 ? f.number(days) : '–'),
    },
    {
      key: 'poster',
      name: c.poster,
      value: ({ visits }) => visits.map(({ posterAt }) => posterAt).find(Boolean) ?? null,
      cell: ({ visits }) => {
        const posted = visits.map(({ posterAt }) => posterAt).find(Boolean);
        return <span className="no-break">{posted ? f.date(posted) : '–'}</span>;
      },
    },
    {
      key: 'asked',
      name: c.refused,
      value: ({ approached, refused }) => (approached > 0 ? refused / approached : null),
      cell: ({ approached, refused }) => <Answers approached={approached} refused={refused} />,
    },
    { key: 'people', name: c.people, number: true, value: ({ people }) => people },
  ];
}
