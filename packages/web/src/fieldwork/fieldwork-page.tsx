import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import './fieldwork.css';
import './person.css';
import './quota.css';
import { PeopleView } from './people-view.js';
import { QuotaView } from './quota-view.js';
import { SitesView } from './sites-view.js';
import { TrueNames, TrueNamesButton } from './true-names.js';

const VIEWS = ['people', 'quota', 'sites'] as const;

export function FieldworkPage() {
  const m = useMessages();
  const fieldwork = useQuery(queries.fieldwork());
  const study = useQuery(queries.overview());
  const [asked, setView] = useChoice('view');
  const [site] = useChoice('site');
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  const view = VIEWS.find((one) => one === asked) ?? (site ? 'sites' : 'people');
  return (
    <TrueNames names={names}>
      <div className="page">
        <PageHeader station="fieldwork" title={m.fieldwork.title} lead={m.fieldwork.lead}>
          {view !== 'quota' && (
            <TrueNamesButton names={names} onNames={setNames} hasKey={study.data?.hasKey ?? false} />
          )}
          <Segmented
            label={m.fieldwork.view}
            value={view}
            options={VIEWS.map((value) => ({ value, name: m.fieldwork.views[value] }))}
            onChange={setView}
          />
        </PageHeader>
        <Read query={fieldwork} lines={12}>
          {(data) =>
            view === 'people' ? (
              <PeopleView fieldwork={data} />
            ) : view === 'quota' ? (
              <QuotaView fieldwork={data} />
            ) : (
              <SitesView fieldwork={data} />
            )
          }
        </Read>
      </div>
    </TrueNames>
  );
}
