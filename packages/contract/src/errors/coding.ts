import type { Sentences } from './sentences.js';

/** Codes, codings, proposals, and several coders. */
export const coding: Sentences = {
  'code.own-descendant': {
    da: 'en kode kan ikke flyttes ind under sig selv',
    en: 'a code cannot be moved under itself',
  },
  'code.retired': {
    da: '»{name}« er gået ud af kodebogen og kan ikke få nye kodninger; sæt den i brug igen først, eller vælg en anden kode',
    en: '"{name}" is retired from the codebook and takes no new codings; take it into use again first, or choose another code',
  },
  'code.nothing-to-merge': {
    da: 'der er ingen andre koder at lægge sammen med »{name}«; vælg mindst én',
    en: 'there is no other code to merge into "{name}"; choose at least one',
  },
  'code.nothing-to-split': {
    da: 'ingen af kodningerne med »{name}« er valgt; vælg dem, den nye kode skal have',
    en: 'none of the codings with "{name}" is chosen; choose those that the new code shall have',
  },
  'code.nothing-to-recode': {
    da: 'alle de valgte kodninger har allerede koden »{name}«; vælg andre, eller en anden kode',
    en: 'all the chosen codings have the code "{name}" already; choose others, or another code',
  },
  'code.last-of-list': {
    da: 'koden er den eneste, der er valgt et sted ({by}), og uden den ville alle koder gælde der; ret det først',
    en: 'the code is the only one chosen somewhere ({by}), and without it all codes would count there; change that first',
  },
  'coding.other-code': {
    da: 'en af de valgte kodninger har ikke længere koden »{name}«; genindlæs siden',
    en: 'one of the chosen codings no longer has the code "{name}"; reload the page',
  },
  'proposal.bad-pattern': {
    da: 'mønstret kan ikke læses som et regulært udtryk: {reason}. Ret det, eller søg efter ord',
    en: 'the pattern cannot be read as a regular expression: {reason}. Mend it, or search for words',
  },
  'proposal.all-there': {
    da: 'de valgte tekststeder er allerede kodet med »{name}«; der er intet at tilføje',
    en: 'the chosen passages are coded with "{name}" already; there is nothing to add',
  },
  'proposal.too-slow': {
    da: 'mønstret er for tungt at søge med i »{source}«; gør det enklere, for eksempel uden gentagelser inden i gentagelser',
    en: 'the pattern is too heavy to search "{source}" with; make it simpler, for instance without repetitions inside repetitions',
  },
  'agreement.one-coder': {
    da: 'enighed kræver mindst to kodere, og her er kun {name}; lad en til kode nogle af teksterne, eller nævn koderne',
    en: 'agreement needs at least two coders, and here is only {name}; let another code some of the texts, or name the coders',
  },
  'agreement.no-text': {
    da: 'ingen tekst er kodet af to af koderne; træk en stikprøve under Kodning, som de begge koder, eller vælg teksterne',
    en: 'no text was coded by two of the coders; draw a sample under Coding for both to code, or choose the texts',
  },
  'double-coding.blind': {
    da: '»{name}« kodes stadig blindt; sammenlign først, når alle er færdige, og blindingen er ophævet',
    en: '"{name}" is still being coded blind; compare once everybody is done and the blindness has ended',
  },
  'code.blind': {
    da: '»{name}« kan ikke slettes, mens du koder blindt: andres kodninger, som du ikke kan se, kunne gå med. Tag koden ud af brug, eller slet den, når blindingen er ophævet',
    en: '"{name}" cannot be removed while you code blind: codings of others that you cannot see might go with it. Retire the code, or remove it once the blindness has ended',
  },
  'source.blind': {
    da: '»{name}« kodes stadig blindt i en stikprøve, og det kan ikke gøres, før blindingen er ophævet',
    en: '"{name}" is still being coded blind in a sample, and this cannot be done before the blindness has ended',
  },
  'double-coding.nothing-drawn': {
    da: 'der er ingen tekster at trække; læs transskriptioner ind, eller vælg en anden slags tekster',
    en: 'there are no texts to draw; import transcripts or choose another kind of text',
  },
  'double-coding.consensus-coder': {
    da: '»{name}« er den fælles kodning og ingen, der koder; vælg dem, der koder hver for sig',
    en: '"{name}" is the common coding and nobody who codes; choose those who code by themselves',
  },
};
