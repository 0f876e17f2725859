import type { Sentences } from './sentences.js';

/** Surveys: their files, variables, recipes and questionnaires. */
export const survey: Sentences = {
  'survey.no-rows': {
    da: 'der er ingen besvarelser i {file}; intet er læst ind',
    en: 'there are no answers in {file}; nothing was imported',
  },
  'survey.no-columns': {
    da: 'der er ingen kolonner med navn i første linje af {file}; skriv variabelnavnene i første linje',
    en: 'there are no named columns in the first line of {file}; put the variable names in the first line',
  },
  'survey.ragged': {
    da: 'linje {line} i {file} har {found} felter, men der skulle være {expected}; ret linjen og prøv igen',
    en: 'line {line} of {file} has {found} fields where there should be {expected}; mend the line and try again',
  },
  'survey.open-quote': {
    da: 'et citationstegn i linje {line} af {file} bliver aldrig lukket; ret linjen og prøv igen',
    en: 'a quotation mark in line {line} of {file} is never closed; mend the line and try again',
  },
  'survey.long-field': {
    da: 'feltet, der begynder i linje {line} af {file}, er længere end {limit} tegn; mangler der et citationstegn eller et linjeskift, eller er det en anden slags fil?',
    en: 'the field that begins in line {line} of {file} is longer than {limit} characters; is a quotation mark or a line break missing, or is the file of another kind?',
  },
  'survey.duplicate-variable': {
    da: 'variablen {name} står to gange i første linje af {file}; giv hver kolonne sit eget navn',
    en: 'the variable {name} stands twice in the first line of {file}; give each column a name of its own',
  },
  'survey.too-many-variables': {
    da: 'der er {found} kolonner i {file}; grænsen er {limit}. Er det den rigtige fil?',
    en: 'there are {found} columns in {file}; the limit is {limit}. Is it the right file?',
  },
  'survey.too-large': {
    da: '{file} har {rows} besvarelser af {variables} variable, og det er mere end de {limit} svar, et studie kan rumme; udelad variable, eller find klasser i filen selv med »bagom classes«',
    en: '{file} has {rows} respondents and {variables} variables, which is more than the {limit} answers a study has room for; leave variables out, or fit classes to the file itself with "bagom classes"',
  },
  'survey.unknown-variable': {
    da: 'der er ingen variabel, der hedder {name}; der er: {known}',
    en: 'there is no variable called {name}; there are: {known}',
  },
  'survey.unknown-variable-near': {
    da: 'der er ingen variabel, der hedder {name}; mente du {closest}?',
    en: 'there is no variable called {name}; did you mean {closest}?',
  },
  'sav.damaged': {
    da: '{file} er ikke en hel SPSS-fil (ved byte {at}: {reason}); intet er læst ind. Hent filen igen, eller gem den igen i SPSS',
    en: '{file} is no complete SPSS file (at byte {at}: {reason}); nothing was imported. Fetch the file again, or save it again in SPSS',
  },
  'sav.unsupported': {
    da: '{file} er en SPSS-fil, som Bagom ikke kan læse: {reason}. Gem den i SPSS som .sav i UTF-8 og uden adgangskode',
    en: '{file} is an SPSS file Bagom cannot read: {reason}. Save it in SPSS as .sav in UTF-8 without a password',
  },
  'sav.unwritable': {
    da: '{name} kan ikke stå i en SPSS-fil: {reason}. Udelad den, eller gem som CSV',
    en: '{name} does not fit into an SPSS file: {reason}. Leave it out, or save as CSV',
  },
  'dta.damaged': {
    da: '{file} er ikke en hel Stata-fil (ved byte {at}: {reason}); intet er læst ind. Hent filen igen, eller gem den igen i Stata',
    en: '{file} is no complete Stata file (at byte {at}: {reason}); nothing was imported. Fetch the file again, or save it again in Stata',
  },
  'dta.unsupported': {
    da: '{file} er en Stata-fil, som Bagom ikke kan læse: {reason}. Gem den med »saveold, version(14)«',
    en: '{file} is a Stata file Bagom cannot read: {reason}. Save it with "saveold, version(14)"',
  },
  'dta.unwritable': {
    da: '{name} kan ikke stå i en Stata-fil: {reason}. Udelad den, eller gem som CSV',
    en: '{name} does not fit into a Stata file: {reason}. Leave it out, or save as CSV',
  },
  'survey.unsupported': {
    da: '{file} er af en slags, der ikke læses ({kind}); gem den som .sav, .dta eller CSV',
    en: '{file} is of a kind that is not read ({kind}); save it as .sav, .dta or CSV',
  },
  'survey.needs-study': {
    da: '{option} kræver en undersøgelse, og {file} er en datafil; læs den ind med »bagom import« først',
    en: '{option} needs a study, and {file} is a data file; read it in with "bagom import" first',
  },
  'survey.unknown-wave': {
    da: 'der er ingen måling, der hedder {name}; der er: {known}',
    en: 'there is no wave called {name}; there are: {known}',
  },
  'survey.unknown-model': {
    da: 'der er ingen klassemodel, der hedder {name}; der er: {known}',
    en: 'there is no class model called {name}; there are: {known}',
  },
  'questionnaire.unknown': {
    da: '{file} er ikke et spørgeskema, som Bagom kender; det kan være en LimeSurvey-struktur (.lss), en REDCap-datamanual (CSV), en XLSForm (.xlsx) eller en DDI-kodebog (.xml)',
    en: '{file} is no questionnaire that Bagom knows; it can be a LimeSurvey structure (.lss), a REDCap data dictionary (CSV), an XLSForm (.xlsx) or a DDI codebook (.xml)',
  },
  'questionnaire.damaged': {
    da: 'spørgeskemaet {file} kan ikke læses: {reason}. Intet er læst ind; hent filen igen fra dit survey-program',
    en: 'the questionnaire {file} cannot be read: {reason}. Nothing was imported; export the file again from your survey platform',
  },
  'questionnaire.nothing-matched': {
    da: 'ingen af spørgsmålene i {file} hører til en kolonne i besvarelserne; er det spørgeskemaet til denne undersøgelse?',
    en: 'none of the questions in {file} belongs to a column of the answers; is it the questionnaire of this survey?',
  },
  'questionnaire.needs-survey': {
    da: '{file} er et spørgeskema uden besvarelser; læs filen med besvarelser ind, og vælg spørgeskemaet ved siden af den',
    en: '{file} is a questionnaire without answers; import the file of answers, and choose the questionnaire beside it',
  },
  'survey.bad-weight': {
    da: 'vægten i {variable} kan ikke bruges i række {row}; den skal være et tal på nul eller mere. Ret den, eller tag rækken ud',
    en: 'the weight in {variable} cannot be used in row {row}; it has to be a number of zero or more. Mend it, or leave the row out',
  },
  'survey.lonely-psu': {
    da: 'der er kun én udtræksenhed i stratum {stratum}, så usikkerheden kan ikke beregnes; læg det sammen med et nabostratum, eller vælg en regel for enlige enheder (adjust, certainty eller average)',
    en: 'there is a single sampling unit in stratum {stratum}, so the error cannot be computed; merge it with a neighbour, or choose a rule for lonely units (adjust, certainty or average)',
  },
  'survey.bad-design': {
    da: 'stikprøvens design kan ikke bruges: {reason}',
    en: 'the survey design cannot be used: {reason}',
  },
  'survey.two-roles': {
    da: '{name} kan ikke være to ting i stikprøven på én gang; vælg en anden variabel det ene sted',
    en: '{name} cannot be two things in the sample at once; choose another variable in one of the places',
  },
  'survey.not-number': {
    da: '{name} er tekst, men her skal stå tal; vælg en variabel med tal, eller omkod den først',
    en: '{name} is text where there have to be numbers; choose a variable of numbers, or recode it first',
  },
  'survey.too-many-answers': {
    da: '{name} har {n} forskellige svar, og en tabel kan have {limit}; omkod den til færre grupper først, eller vælg gennemsnit',
    en: '{name} has {n} different answers, and a table can have {limit}; recode it into fewer groups first, or choose means',
  },
  'survey.nobody-answered': {
    da: '{name} har ingen gyldige svar; vælg en anden variabel, eller se efter, om alle værdier regnes som manglende',
    en: '{name} has no valid answers; choose another variable, or see whether every value counts as missing',
  },
  'recipe.bad': {
    da: 'omkodningen kan ikke gemmes: {reason}',
    en: 'the recode cannot be kept: {reason}',
  },
  'recipe.not-derived': {
    da: '{name} er besvaret af respondenterne og bliver stående, som den er; omkod den til en ny variabel i stedet',
    en: '{name} was answered by the respondents and stays as it is; recode it into a new variable instead',
  },
  'recipe.in-model': {
    da: '{name} kan ikke fjernes, for klassemodeller bygger på den ({models}); fjern modellerne under Klasser først',
    en: '{name} cannot be removed because class models rest on it ({models}); remove the models under Classes first',
  },
  'recipe.in-recipe': {
    da: '{name} kan ikke fjernes, for andre variabler er lavet af den ({variables}); fjern dem først',
    en: '{name} cannot be removed because other variables are made of it ({variables}); remove those first',
  },
  'variable.name-taken': {
    da: 'der er allerede en variabel, der hedder {name}; vælg et andet navn',
    en: 'there is already a variable called {name}; choose another name',
  },
  'variable.bad-name': {
    da: '»{name}« kan ikke være navn på en variabel; begynd med et bogstav, og brug kun bogstaver, tal, punktum og understreg',
    en: '"{name}" cannot be the name of a variable; begin with a letter, and use letters, figures, points and underscores only',
  },
  'survey.bad-margin': {
    da: 'besvarelserne kan ikke vægtes efter {variable}: {reason}',
    en: 'the answers cannot be weighted by {variable}: {reason}',
  },
  'survey.not-raked': {
    da: 'vægtene passer ikke til alle fordelinger på én gang efter {rounds} runder (største afvigelse {gap}); læg små grupper sammen, eller tag en fordeling ud',
    en: 'the weights do not fit all margins at once after {rounds} rounds (largest gap {gap}); merge small groups, or leave a margin out',
  },
  'survey.no-regression': {
    da: 'regressionen har ingen løsning: {reason}',
    en: 'the regression has no solution: {reason}',
  },
};
