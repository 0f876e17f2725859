import { useState } from 'react';
import { api, type Inputs } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { DateField } from '../parts/date-field.js';
import { NumberField, TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { today } from './consents.js';
import { Answers, NEW_SITE } from './site-answers.js';
import { useTrueValue } from './true-names.js';
import { TrueValuesForm } from './true-values-form.js';
import type { Fieldwork, Visit } from './fieldwork-types.js';

type SiteDraft = Inputs['fieldwork']['saveSite'];
type VisitDraft = Inputs['fieldwork']['saveVisit'];
const SECTORS = ['public', 'civil'] as const;
const TOWNS = ['big', 'middle', 'small'] as const;

/** A site with its published facts, and the days that were spent there. */
export function SitePane(props: {
  site: Fieldwork['sites'][number] | null;
  visits: readonly Visit[];
  onAdded: (id: string | undefined) => void;
}) {
  const { site, visits, onAdded } = props;
  const m = useMessages();
  const f = useFormat();
  const trueValue = useTrueValue();
  const [open, setOpen] = useState<string | null>(null);
  const known = site && trueValue.of('sites', site.id, 'name');
  return (
    <>
      <div className="pane-head person-head">
        <h2>{site ? site.name : m.fieldwork.addSite}</h2>
        {known && <p className="true-value">{m.fieldwork.trueIs(known)}</p>}
      </div>
      <div className="pane-body person-file">
        {site && trueValue.shown && (
          <section className="person-part">
            <h3>{m.fieldwork.parts.key}</h3>
            <TrueValuesForm about={{ table: 'sites', id: site.id, name: site.name }} />
          </section>
        )}
        <SiteForm site={site} onAdded={onAdded} />
        {site && (
          <section className="person-part">
            <h3>{m.fieldwork.visits}</h3>
            {visits.length === 0 && <p className="hint">{m.fieldwork.noVisits}</p>}
            <ul className="plain-list visit-list">
              {visits.map((visit) => (
                <li key={visit.id}>
                  <div className="visit-line">
                    <span>
                      {visit.from === visit.to
                        ? f.date(visit.from)
                        : m.fieldwork.fromTo(f.date(visit.from), f.date(visit.to))}
                    </span>
                    <Answers approached={visit.approached} refused={visit.refused} />
                    <Button
                      small
                      look="quiet"
                      aria-expanded={open === visit.id}
                      onPress={() => setOpen(open === visit.id ? null : visit.id)}
                    >
                      {m.shell.change}
                    </Button>
                  </div>
                  {visit.posterAt && <p className="hint">{m.fieldwork.posted(f.date(visit.posterAt))}</p>}
                  {visit.note && <p className="judgement-why">{visit.note}</p>}
                  {open === visit.id && <VisitForm visit={visit} onDone={() => setOpen(null)} />}
                </li>
              ))}
            </ul>
            {open === NEW_SITE ? (
              <VisitForm visit={emptyVisit(site.id)} onDone={() => setOpen(null)} />
            ) : (
              <div>
                <Button small onPress={() => setOpen(NEW_SITE)}>
                  {m.fieldwork.addVisit}
                </Button>
              </div>
            )}
          </section>
        )}
      </div>
    </>
  );
}

function SiteForm({
  site,
  onAdded,
}: {
  site: Fieldwork['sites'][number] | null;
  onAdded: (id: string | undefined) => void;
}) {
  const m = useMessages();
  const c = m.fieldwork.siteColumns;
  const { draft, set, dirty } = useDraft<SiteDraft>(
    site
      ? {
          id: site.id,
          name: site.name,
          kind: site.kind,
          sector: site.sector,
          region: site.region,
          townSize: site.townSize,
        }
      : { name: '', kind: '', sector: 'public', region: '', townSize: 'middle' },
  );
  const save = useChange(api.fieldwork.saveSite, { onDone: ({ id }) => onAdded(id) });
  const remove = useChange(api.fieldwork.removeSite, { onDone: () => onAdded(undefined) });
  const able = dirty && draft.name.trim() !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (able) save.mutate(draft);
      }}
    >
      <TextField
        label={c.name}
        value={draft.name}
        onChange={(name) => set({ name })}
        hint={m.fieldwork.publishedHint}
        autoFocus={!site}
      />
      <div className="person-fields">
        <TextField label={c.kind} value={draft.kind} onChange={(kind) => set({ kind })} />
        <Select
          label={c.sector}
          value={draft.sector}
          options={SECTORS.map((value) => ({ value, name: m.words.sector[value] }))}
          onChange={(sector) => set({ sector })}
        />
        <TextField label={c.region} value={draft.region} onChange={(region) => set({ region })} />
        <Select
          label={c.townSize}
          value={draft.townSize}
          options={TOWNS.map((value) => ({ value, name: m.words.townSize[value] }))}
          onChange={(townSize) => set({ townSize })}
        />
      </div>
      <div className="spread">
        <Button look="main" type="submit" isDisabled={!able || save.isPending}>
          {m.shell.save}
        </Button>
        {site && (
          <Button look="quiet" onPress={() => remove.mutate({ id: site.id })}>
            {m.fieldwork.removeSite}
          </Button>
        )}
      </div>
    </form>
  );
}

const emptyVisit = (siteId: string): VisitDraft => ({
  siteId,
  from: today(),
  to: today(),
  posterAt: null,
  approached: 0,
  refused: 0,
  note: '',
});

function VisitForm({ visit, onDone }: { visit: VisitDraft; onDone: () => void }) {
  const m = useMessages();
  const { draft, set, dirty } = useDraft<VisitDraft>(visit);
  const save = useChange(api.fieldwork.saveVisit, { onDone });
  const remove = useChange(api.fieldwork.removeVisit, { onDone });
  const { id } = visit;
  const backwards = draft.from !== '' && draft.to !== '' && draft.to < draft.from;
  const tooMany = draft.refused > draft.approached;
  const able = (dirty || !visit.id) && draft.from !== '' && draft.to !== '' && !backwards && !tooMany;
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (able) save.mutate(draft);
      }}
    >
      <div className="person-fields">
        <DateField label={m.fieldwork.from} value={draft.from} onChange={(from) => set({ from })} />
        <DateField
          label={m.fieldwork.to}
          value={draft.to}
          onChange={(to) => set({ to })}
          wrong={backwards ? m.fieldwork.toBeforeFrom : null}
        />
        <DateField
          label={m.fieldwork.siteColumns.poster}
          value={draft.posterAt ?? ''}
          onChange={(posterAt) => set({ posterAt: posterAt === '' ? null : posterAt })}
        />
        <span />
        <NumberField
          label={m.fieldwork.approached}
          value={draft.approached}
          min={0}
          onChange={(approached) => set({ approached: Number.isFinite(approached) ? approached : 0 })}
        />
        <NumberField
          label={m.fieldwork.refused}
          value={draft.refused}
          min={0}
          onChange={(refused) => set({ refused: Number.isFinite(refused) ? refused : 0 })}
          wrong={tooMany ? m.fieldwork.moreRefused : null}
        />
      </div>
      <TextField label={m.fieldwork.note} value={draft.note} lines={2} onChange={(note) => set({ note })} />
      <div className="row">
        <Button look="main" type="submit" isDisabled={!able || save.isPending}>
          {m.shell.save}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {m.shell.cancel}
        </Button>
        {id && (
          <Button look="quiet" onPress={() => remove.mutate({ id })}>
            {m.fieldwork.removeVisit}
          </Button>
        )}
      </div>
    </form>
  );
}
