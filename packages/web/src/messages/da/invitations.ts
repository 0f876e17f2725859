/** Respondents who are invited to an interview: from the list to the participant. */
export const invitations = {
  states: {
    listed: 'på listen',
    contacted: 'kontaktet',
    agreed: 'sagt ja',
    refused: 'sagt nej',
    unreachable: 'ikke fundet',
  },
  filter: 'Vis efter tilstand',
  all: (n: string) => `Alle (${n})`,
  some: (state: string, n: string) => `${state} (${n})`,
  respondent: 'Respondent',
  row: (row: string) => `række ${row}`,
  className: 'Klasse',
  certainty: 'Sikkerhed',
  state: 'Tilstand',
  note: 'Note',
  changed: 'Ændret',
  participant: 'Deltager',
  wave: 'Måling',
  rate: (agreed: string, asked: string) => `${agreed} af ${asked} spurgte har sagt ja.`,
  noneAsked: 'Ingen er spurgt endnu.',
  markAll: (n: string) => `Markér ${n} som kontaktet`,
  export: 'Gem liste til kontoret',
  exportLead:
    'Filen er til det kontor, der har respondenternes adresser, fx Danmarks Statistik. Den rummer kun respondentens nummer. Svar er ikke med: kontoret har ikke brug for dem.',
  exportStates: 'Hvem skal med',
  exportClass: 'Skriv klassens navn med',
  exportClassHint:
    'Klassens navn siger noget om en person, fx at vedkommende er udsat. Tag det kun med, hvis kontoret skal bruge det, fx til at skrive to slags breve.',
  exportNone: 'Ingen er nået så langt.',
  save: 'Gem som CSV',
  one: 'Invitationen',
  choose:
    'Vælg en respondent på listen. Her står så, hvordan det går, og her bliver den, der siger ja, til deltager.',
  byQuota: 'Efter kvote',
  quotaCell: 'Kvote',
  asked: 'Spurgt',
  total: 'I alt',
  saidYes: 'Sagt ja',
  wholeList: 'hele listen',
  how: 'Hvordan er det gået?',
  statesHint: 'Tasterne 1 til 5 sætter tilstanden på den valgte.',
  setState: (state: string) => `Sæt: ${state}`,
  nextOne: 'Næste på listen',
  previousOne: 'Forrige på listen',
  noteHint: 'Skriv aldrig navn, adresse eller telefonnummer her.',
  remove: 'Tag af listen',
  stays: 'Den, der er spurgt, bliver på listen, så ingen spørges to gange.',
  makeParticipant: 'Gør til deltager',
  isParticipant: (name: string) => `Er med i undersøgelsen som ${name}.`,
  seePerson: 'Se deltageren',
  keyClosed:
    'Nøglefilen er ikke åben, så det vises ikke her, om respondenten allerede er deltager. Åbn den med »Vis rigtige navne«.',
  withdrew: (name: string) =>
    `${name} har trukket sit samtykke tilbage. Invitationen står, så respondenten ikke spørges igen, og den tæller stadig som et ja. Vil respondenten ikke kunne genfindes, så fjern koblingen i nøglefilen.`,
  withdrawStays:
    'Respondenten bliver på invitationslisten, så ingen spørger igen. Koblingen til spørgeskemaet kan fjernes, når nøglefilen er åben.',
  unlink: 'Fjern koblingen',
  unlinkText: (name: string) =>
    `Derefter kan ingen se, hvilken respondent ${name} er. Det kan ikke fortrydes.`,
  unlinked: 'Koblingen er fjernet fra nøglefilen.',
  link: (respondent: string, wave: string) => `Respondent i spørgeskemaet: ${respondent}, ${wave}`,
  newTitle: 'Ny deltager fra spørgeskemaet',
  newLead: (className: string) =>
    `Deltageren er mødt via skemaet og kommer fra klassen »${className}«. Kompleksiteten vurderes først efter interviewet og udledes aldrig af klassen.`,
  prefilled: 'Køn og livsfase er udfyldt fra kvoten. Ret dem, hvis personen siger noget andet.',
  linkKept: 'Hvilken respondent det er, skrives i nøglefilen og ingen andre steder.',
  linkLost:
    'Nøglefilen er ikke åben. Uden den gemmes det ikke, hvilken respondent det er, og det kan ikke findes frem senere.',
  withoutLink: 'Tilføj uden kobling',
  emptyTitle: 'Her står de respondenter, der skal spørges, om de vil interviewes',
  emptyText:
    'Listen laves under Klasser: vælg en klasse, og træk et antal respondenter efter køn, alder eller andet. Her følges det, hvem der er kontaktet, og hvem der har sagt ja. Navne og adresser har kun det kontor, der sender brevene.',
  toClasses: 'Gå til Klasser',
  emptyExample:
    'I Fællesskabsmålingens undersøgelse blev 15 tidligere respondenter fra risikogruppen interviewet, fordi de ellers ville have manglet blandt dem, der blev mødt på tilbud.',
};
