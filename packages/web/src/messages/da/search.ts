import type { Forms } from '../../format.js';

const kinds: Record<'text' | 'memo' | 'code' | 'claim' | 'reference' | 'person' | 'site' | 'report', string> =
  {
    text: 'Transskriptioner',
    memo: 'Memoer',
    code: 'Koder',
    claim: 'Påstande',
    reference: 'Litteratur',
    person: 'Deltagere',
    site: 'Rekrutteringssteder',
    report: 'Rapport',
  };
const places: Forms = { one: 'fund', other: 'fund' };

export const search = {
  title: 'Søg i hele undersøgelsen',
  placeholder: 'Søg i transskriptioner, memoer, koder, påstande …',
  kinds,
  places,
  kindsLabel: 'Hvor der søges',
  all: 'Alt',
  claimNumber: (number: string) => `Påstand ${number}`,
  untitled: 'Uden titel',
  none: 'Intet sted står alle ordene sammen. Prøv færre ord, eller begyndelsen af et ord med en stjerne: ensom*',
  teach: [
    ['lukke', 'finder også lukkede, lukket og lukningen'],
    ['venner savner', 'begge ord i samme replik eller afsnit'],
    ['"går en tur"', 'præcis de ord, lige efter hinanden'],
    ['ensom*', 'alle ord, der begynder sådan'],
  ] as readonly (readonly [string, string])[],
  asTranscribed:
    'Transskriptionerne vises, som de er skrevet ud: Også det, der maskeres, kan findes her. Der søges ikke i ord fra dem, der har trukket sig.',
  reading: (done: string, of: string) =>
    `Læser stadig teksterne: ${done} af ${of}. Resten følger af sig selv.`,
  moreThere: (shown: string, total: string) => `de første ${shown} af ${total} vises`,
  showKind: (kind: string) => `Vis kun ${kind.toLowerCase()}`,
  go: 'gå til stedet',
  walk: 'vælg',
};
