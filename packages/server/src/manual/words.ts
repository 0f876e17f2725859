import type { CodeEvent, CodeOrigin, CodeStatus, Language } from '@bagom/core';

/** The words of the printed coding manual. */
export interface ManualWords {
  title: (study: string) => string;
  contents: string;
  lead: (edition: number, date: string) => string;
  coders: string;
  overview: string;
  head: [code: string, shortName: string, status: string, persons: string];
  personsOf: (n: number, blindTexts: number) => string;
  few: string;
  shortName: string;
  definition: string;
  use: string;
  useNot: string;
  example: string;
  own: string;
  withheld: string;
  changedSince: string;
  origin: string;
  status: string;
  persons: string;
  history: string;
  gone: string;
  none: string;
  origins: Record<CodeOrigin, string>;
  statuses: Record<CodeStatus, string>;
  fields: Record<string, string>;
  event: (event: CodeEvent) => string;
  date: (iso: string) => string;
}

const of = (event: CodeEvent, key: string): string => {
  const value = event.detail[key];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
};
const path = (text: string) => text.replaceAll('/', ' › ');

const DA: ManualWords = {
  title: (study) => `Kodemanual: ${study}`,
  contents: 'Indhold',
  lead: (edition, date) =>
    `Kodebogen, som den ser ud ${date}, efter ${edition} ${edition === 1 ? 'ændring' : 'ændringer'}. En person tælles én gang i en kode, uanset hvor mange tekststeder der er. Eksempler er gengivet maskeret og med samtykke.`,
  coders: 'Kodet af',
  overview: 'Oversigt',
  head: ['Kode', 'Kort navn', 'Status', 'Personer'],
  personsOf: (n, blindTexts) =>
    `Personer af ${n}. Færre end grænsen for små tal står som »få«.` +
    (blindTexts > 0
      ? ` Kodninger af ${blindTexts === 1 ? '1 tekst' : `${blindTexts} tekster`}, der stadig kodes blindt, er ikke talt med.`
      : ''),
  few: 'få',
  shortName: 'Kort navn',
  definition: 'Definition',
  use: 'Bruges når',
  useNot: 'Bruges ikke når',
  example: 'Eksempel',
  own: 'Eksempel (forskerens ord)',
  withheld: 'Eksemplet er holdt tilbage',
  changedSince: '[ordene er rettet, efter at eksemplet blev valgt]',
  origin: 'Kommer fra',
  status: 'Status',
  persons: 'Personer',
  history: 'Historik',
  gone: 'Koder, der er gået ud',
  none: 'Ingen definition endnu.',
  origins: {
    theory: 'teori',
    research: 'tidligere forskning',
    guide: 'interviewguide',
    inductive: 'fra materialet',
  },
  statuses: { proposed: 'foreslået', active: 'i brug', retired: 'udgået' },
  fields: {
    definition: 'definition',
    use: 'bruges når',
    useNot: 'bruges ikke når',
    example: 'eksempel',
    origin: 'kommer fra',
  },
  event: (event) => {
    const n = of(event, 'codings');
    switch (event.kind) {
      case 'made':
        return of(event, 'from') ? `skilt ud fra »${of(event, 'from')}«` : 'oprettet';
      case 'renamed':
        return of(event, 'from') === of(event, 'to')
          ? `kort navn ændret til »${of(event, 'toShort') || 'intet'}«`
          : `omdøbt fra »${of(event, 'from')}« til »${of(event, 'to')}«`;
      case 'redefined':
        return `ændret: ${list(event, DA.fields)}`;
      case 'recoloured':
        return 'ny farve';
      case 'moved':
        return `flyttet fra ${path(of(event, 'from')) || 'toppen'} til ${path(of(event, 'to')) || 'toppen'}`;
      case 'merged':
        return of(event, 'into')
          ? `»${path(of(event, 'path'))}« lagt ind i »${of(event, 'into')}«`
          : `»${path(of(event, 'path'))}« lagt ind i denne${of(event, 'definition') ? ` (defineret som: ${of(event, 'definition')})` : ''}`;
      case 'split':
        return `»${of(event, 'into')}« skilt ud${n && ` (${n} tekststeder)`}`;
      case 'recoded':
        return of(event, 'into')
          ? `${n} tekststeder omkodet til »${path(of(event, 'into'))}«`
          : `${n} tekststeder omkodet hertil fra »${path(of(event, 'from'))}«`;
      case 'status':
        return `fra ${DA.statuses[of(event, 'from') as CodeStatus] ?? ''} til ${DA.statuses[of(event, 'to') as CodeStatus] ?? ''}`;
      case 'removed':
        return `»${path(of(event, 'path'))}« slettet${n && ` (${n} tekststeder)`}`;
    }
  },
  date: (iso) =>
    new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
};

const EN: ManualWords = {
  title: (study) => `Coding manual: ${study}`,
  contents: 'Contents',
  lead: (edition, date) =>
    `The codebook as of ${date}, after ${edition} ${edition === 1 ? 'edit' : 'edits'}. A person counts once in a code, however many passages there are. Examples are printed masked and with consent.`,
  coders: 'Coded by',
  overview: 'Overview',
  head: ['Code', 'Short name', 'Status', 'Persons'],
  personsOf: (n, blindTexts) =>
    `Persons of ${n}. Figures under the limit for small cells are printed as "few".` +
    (blindTexts > 0
      ? ` Codings of ${blindTexts === 1 ? '1 text that is' : `${blindTexts} texts that are`} still coded blind are not counted.`
      : ''),
  few: 'few',
  shortName: 'Short name',
  definition: 'Definition',
  use: 'Use when',
  useNot: 'Do not use when',
  example: 'Example',
  own: "Example (the researcher's words)",
  withheld: 'The example is withheld',
  changedSince: '[the words have been corrected since the example was chosen]',
  origin: 'Comes from',
  status: 'Status',
  persons: 'Persons',
  history: 'History',
  gone: 'Codes that are gone',
  none: 'No definition yet.',
  origins: {
    theory: 'theory',
    research: 'earlier research',
    guide: 'interview guide',
    inductive: 'the material itself',
  },
  statuses: { proposed: 'proposed', active: 'in use', retired: 'retired' },
  fields: {
    definition: 'definition',
    use: 'use when',
    useNot: 'do not use when',
    example: 'example',
    origin: 'comes from',
  },
  event: (event) => {
    const n = of(event, 'codings');
    switch (event.kind) {
      case 'made':
        return of(event, 'from') ? `split from "${of(event, 'from')}"` : 'made';
      case 'renamed':
        return of(event, 'from') === of(event, 'to')
          ? `short name changed to "${of(event, 'toShort') || 'none'}"`
          : `renamed from "${of(event, 'from')}" to "${of(event, 'to')}"`;
      case 'redefined':
        return `changed: ${list(event, EN.fields)}`;
      case 'recoloured':
        return 'new colour';
      case 'moved':
        return `moved from ${path(of(event, 'from')) || 'the top'} to ${path(of(event, 'to')) || 'the top'}`;
      case 'merged':
        return of(event, 'into')
          ? `"${path(of(event, 'path'))}" merged into "${of(event, 'into')}"`
          : `"${path(of(event, 'path'))}" merged into this one${of(event, 'definition') ? ` (defined as: ${of(event, 'definition')})` : ''}`;
      case 'split':
        return `"${of(event, 'into')}" split off${n && ` (${n} passages)`}`;
      case 'recoded':
        return of(event, 'into')
          ? `${n} passages recoded to "${path(of(event, 'into'))}"`
          : `${n} passages recoded to this one from "${path(of(event, 'from'))}"`;
      case 'status':
        return `from ${EN.statuses[of(event, 'from') as CodeStatus] ?? ''} to ${EN.statuses[of(event, 'to') as CodeStatus] ?? ''}`;
      case 'removed':
        return `"${path(of(event, 'path'))}" removed${n && ` (${n} passages)`}`;
    }
  },
  date: (iso) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
};

function list({ detail }: CodeEvent, names: Record<string, string>): string {
  const fields = Array.isArray(detail.fields) ? detail.fields : [];
  return fields.map((field) => names[field] ?? field).join(', ');
}

export const manualWords = (language: Language): ManualWords => (language === 'da' ? DA : EN);
