import type { Sentences } from './sentences.js';

/** What may be wrong with a document that is a zip file. */
const PACKED = {
  'not-zip': {
    da: 'den er skåret over eller pakket forkert',
    en: 'it is cut short or wrongly packed',
  },
  'too-many-entries': {
    da: 'den har flere dele, end noget dokument behøver',
    en: 'it has more parts than any document needs',
  },
  'too-large': {
    da: 'den fylder mere udpakket, end noget dokument behøver',
    en: 'unpacked it is larger than any document needs to be',
  },
  'duplicate-name': {
    da: 'den har to dele med samme navn',
    en: 'it has two parts of one name',
  },
  unreadable: {
    da: 'noget i den er beskadiget',
    en: 'something in it is damaged',
  },
} satisfies Sentences;

/** Reasons that Bagom gives itself, in words. A reason that is not here comes from elsewhere and is said as it came. */
export const REASONS: Readonly<Record<string, Sentences>> = {
  'questionnaire.damaged': {
    doctype: {
      da: 'den har en dokumenttype (linje {at}), og det har intet ærligt spørgeskema',
      en: 'it has a document type (line {at}), which no honest questionnaire has',
    },
    entity: {
      da: 'den bruger en entitet, som XML ikke har (linje {at})',
      en: 'it uses an entity that XML does not have (line {at})',
    },
    malformed: {
      da: 'den er skåret over eller skrevet forkert (linje {at})',
      en: 'it is cut short or wrongly written (line {at})',
    },
    'too-deep': {
      da: 'den er dybere indlejret, end noget spørgeskema er ({at})',
      en: 'it is nested deeper than any questionnaire is ({at})',
    },
    'too-many-elements': {
      da: 'den har flere dele, end noget spørgeskema behøver',
      en: 'it has more parts than any questionnaire needs',
    },
    'not-zip': {
      da: 'den er skåret over eller pakket forkert',
      en: 'it is cut short or wrongly packed',
    },
    'too-many-entries': {
      da: 'den har flere dele, end noget regneark behøver',
      en: 'it has more parts than any workbook needs',
    },
    'too-large': {
      da: 'den fylder mere udpakket, end noget spørgeskema behøver',
      en: 'unpacked it is larger than any questionnaire needs to be',
    },
    'duplicate-name': {
      da: 'den har to dele med samme navn',
      en: 'it has two parts of one name',
    },
    unreadable: {
      da: 'det er ikke et regneark fra Excel, eller noget i det er beskadiget',
      en: 'it is no Excel workbook, or something in it is damaged',
    },
    'no-sheet': {
      da: 'arket »{at}« mangler',
      en: 'the sheet "{at}" is missing',
    },
    'no-column': {
      da: 'kolonnen »{at}« mangler',
      en: 'the column "{at}" is missing',
    },
    'no-questions': {
      da: 'der er ingen spørgsmål i den',
      en: 'there are no questions in it',
    },
    'duplicate-variable': {
      da: 'variablen {at} står der to gange; giv hvert spørgsmål sit eget navn',
      en: 'the variable {at} is there twice; give each question a name of its own',
    },
    'too-many-variables': {
      da: 'der er flere spørgsmål i den, end noget spørgeskema har',
      en: 'there are more questions in it than any questionnaire has',
    },
    'other-document': {
      da: 'den er en anden slags dokument ({at})',
      en: 'it is another kind of document ({at})',
    },
  },
  'survey.bad-design': {
    'no-rows': {
      da: 'der er ingen rækker',
      en: 'there are no rows',
    },
    'no-weight': {
      da: 'alle vægte i {variable} er nul; vælg en anden vægt',
      en: 'every weight in {variable} is zero; choose another weight',
    },
    length: {
      da: '{variable} har {given} værdier, men der skulle være {rows}',
      en: '{variable} has {given} values where there should be {rows}',
    },
    missing: {
      da: '{variable} mangler i række {row}; udfyld den, eller tag rækken ud',
      en: '{variable} is missing in row {row}; fill it in, or leave the row out',
    },
    population: {
      da: 'der er udtrukket {units} i stratummet i række {row}, og det er flere, end {variable} siger, der er; ret antallet',
      en: '{units} were drawn in the stratum of row {row}, which is more than {variable} says there are; mend the number',
    },
    'population-differs': {
      da: '{variable} er ikke ens i hele stratummet (række {row}); ret den, så hvert stratum har ét antal',
      en: '{variable} differs within the stratum (row {row}); mend it so that each stratum has one number',
    },
    replicates: {
      da: 'der er {given} replikatvægte; der skal være to eller flere',
      en: 'there are {given} replicate weights; there have to be two or more',
    },
    jackknife: {
      da: 'replikatvægtene er ikke fra en jackknife, der udelader én enhed ad gangen, så deres faktorer kan ikke ses af dem; vælg en anden metode',
      en: 'the replicate weights are not from a jackknife that leaves one unit out at a time, so their factors cannot be seen from them; choose another method',
    },
    factors: {
      da: 'replikaterne mangler deres faktorer; angiv et tal på nul eller mere for hver',
      en: 'the replicates lack their factors; give each a number of zero or more',
    },
    fay: {
      da: 'Fays metode mangler sin koefficient; angiv et tal fra 0 op til 1',
      en: "Fay's method lacks its coefficient; give a number from 0 up to 1",
    },
    calibrated: {
      da: 'replikatvægte laves af vægtene, før de tilpasses; lav dem først, og tilpas dem bagefter',
      en: 'replicate weights are made of the weights before these are fitted; make them first and fit them afterwards',
    },
    dependent: {
      da: 'de kendte totaler siger det samme to gange; tag en af dem ud',
      en: 'the known totals say the same thing twice; leave one of them out',
    },
  },
  'recipe.bad': {
    'no-source': {
      da: 'den variabel, der skal omkodes, er der ikke; vælg en anden',
      en: 'the variable to be recoded is not there; choose another one',
    },
    circle: {
      da: 'variablen ville komme af sig selv; vælg en anden kilde',
      en: 'the variable would come from itself; choose another source',
    },
    'empty-rule': {
      da: 'regel {rule} har ingen værdier, eller dens ende er mindre end dens begyndelse; udfyld den, eller fjern den',
      en: 'rule {rule} has no values, or its end is less than its beginning; fill it in, or remove it',
    },
    'words-kept': {
      da: 'svar, der er tekst, kan ikke beholdes som tal; lad resten blive uden svar',
      en: 'answers that are words cannot be kept as numbers; let the rest be no answer',
    },
    'words-ranged': {
      da: 'regel {rule} går fra et tal til et andet, men svarene er tekst; vælg ordene enkeltvis',
      en: 'rule {rule} goes from one number to another, but the answers are words; choose the words one by one',
    },
    'empty-result': {
      da: 'ingen respondenter får et svar; se efter, om reglerne passer til de gamle værdier',
      en: 'no respondent gets an answer; see whether the rules fit the old values',
    },
  },
  'survey.bad-margin': {
    unknown: {
      da: 'der er svar i gruppen »{level}«, men ikke noget antal for den i befolkningen; tilføj det, eller læg gruppen sammen med en anden',
      en: 'there are answers in the group "{level}" but no number for it in the population; add it, or merge the group with another',
    },
    nobody: {
      da: 'ingen har svaret i gruppen »{level}«; læg den sammen med en anden',
      en: 'nobody answered in the group "{level}"; merge it with another',
    },
    number: {
      da: 'antallet for gruppen »{level}« skal være nul eller mere',
      en: 'the number for the group "{level}" has to be zero or more',
    },
    sum: {
      da: 'antallene giver ikke den samme befolkning som i den første fordeling; ret dem, så summerne er ens',
      en: 'the numbers do not add up to the population of the first margin; mend them so that the sums agree',
    },
  },
  'survey.no-regression': {
    dependent: {
      da: 'en af de forklarende variable følger af de andre, eller der er ingen svar; tag den ud',
      en: 'one of the terms follows from the others, or there are no answers; leave it out',
    },
    separated: {
      da: 'en af de forklarende variable afgør udfaldet helt; tag den ud, eller læg grupper sammen',
      en: 'one of the terms settles the outcome outright; leave it out, or merge groups',
    },
  },
  'docx.damaged': {
    ...PACKED,
    'no-document': {
      da: 'der er ingen tekst fra Word i den',
      en: 'there is no text from Word in it',
    },
  },
  'odt.damaged': {
    ...PACKED,
    'no-document': {
      da: 'der er ingen tekst i den',
      en: 'there is no text in it',
    },
    encrypted: {
      da: 'den er låst med en adgangskode; gem en udgave uden',
      en: 'it is locked with a password; save a copy without one',
    },
  },
};
