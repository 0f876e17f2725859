import type { Forms } from '../../format.js';

const kinds: Record<'text' | 'memo' | 'code' | 'claim' | 'reference' | 'person' | 'site' | 'report', string> =
  {
    text: 'Udskrifter',
    memo: 'Memoer',
    code: 'Koder',
    claim: 'Påstande',
    reference: 'Litteratur',
    person: 'Deltagere',
    site: 'Steder',
    report: 'Rapport',
  };
const places: Forms = { one: 'sted', other: 'steder' };

export const search = {
  title: 'Søg i hele undersøgelsen',
  placeholder: 'Søg i udskrifter, memoer, koder, påstande …',
  kinds,
  places,
  kindsLabel: 'Hvor der søges',
  all: 'Alt',
  claimNumber: (number: string) => `Påstand ${number}`,
  untitled: 'Uden titel',
  none: 'Intet sted står alle ordene sammen. Prøv færre ord, eller begyndelsen af et ord med en stjerne: ensom*',
  teach: [
    ['ensom', 'finder også ensomme, ensomheden og ensomheder'],
    ['venner savner', 'begge ord i samme replik eller afsnit'],
    ['"går en tur"', 'ordene lige efter hinanden'],
    ['ensom*', 'alle ord, der begynder sådan'],
  ] as readonly (readonly [string, string])[],
  asTranscribed:
    'Udskrifterne vises, som de er skrevet ud: Også det, der maskeres, kan findes her. Ord fra dem, der har trukket sig, søges der ikke i.',
  reading: (done: string, of: string) =>
    `Læser stadig teksterne: ${done} af ${of}. Resten følger af sig selv.`,
  moreThere: (shown: string, total: string) => `Her står de første ${shown} af ${total}.`,
  showKind: (kind: string) => `Vis kun ${kind.toLowerCase()}`,
  go: 'gå til stedet',
  walk: 'vælg',
};
