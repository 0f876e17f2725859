import { useQuery } from '@tanstack/react-query';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import './fieldwork.css';
import './person.css';
import './quota.css';
import { GuideView } from './guide-view.js';
import './guide.css';
import { InvitationsView } from './invitations-view.js';
import { PeopleView } from './people-view.js';
import { QuotaView } from './quota-view.js';
import { SitesView } from './sites-view.js';
import { TrueNames, TrueNamesButton } from './true-names-button.js';

const VIEWS = ['people', 'invitations', 'quota', 'sites', 'guide'] as const;

/** Views in which true names, or the link to a respondent, are shown. */
const NAMED: ReadonlySet<string> = new Set(['people', 'invitations', 'sites']);

export function FieldworkPage() {
  const m = useMessages();
  const fieldwork = useQuery(queries.fieldwork());
  const [asked, setView] = useChoice('view');
  const [site] = useChoice('site');
  const view = VIEWS.find((one) => one === asked) ?? (site ? 'sites' : 'people');
  return (
    <TrueNames>
      <div className="page">
        <PageHeader station="fieldwork" title={m.fieldwork.title} lead={m.fieldwork.lead}>
          {NAMED.has(view) && <TrueNamesButton keyFile={fieldwork.data?.key} />}
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
            ) : view === 'invitations' ? (
              <InvitationsView fieldwork={data} />
            ) : view === 'quota' ? (
              <QuotaView fieldwork={data} />
            ) : view === 'guide' ? (
              <GuideView fieldwork={data} />
            ) : (
              <SitesView fieldwork={data} />
            )
          }
        </Read>
      </div>
    </TrueNames>
  );
}
