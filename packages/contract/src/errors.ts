/**
 * What can go wrong, said to a researcher: what is wrong, where, and what to do. Keys are the codes of `BagomError`;
 * `{name}` stands for a value of its data.
 */
export const ERRORS: Readonly<Record<string, { da: string; en: string }>> = {
  'study.not-found': {
    da: 'der er ingen undersøgelse i {location}; opret den med »bagom new« eller se efter, om stien er rigtig',
    en: 'there is no study at {location}; create it with "bagom new" or check the path',
  },
  'study.exists': {
    da: 'der findes allerede noget i {location}, og det bliver ikke overskrevet; vælg et andet navn',
    en: 'something is already at {location} and it is not overwritten; choose another name',
  },
  'study.not-a-study': {
    da: '{location} er ikke en Bagom-undersøgelse, eller filen er beskadiget; intet er ændret. Find den rigtige fil eller hent en sikkerhedskopi frem',
    en: '{location} is no Bagom study, or the file is damaged; nothing was changed. Find the right file or take a backup',
  },
  'study.newer-version': {
    da: '{location} er gemt af en nyere udgave af Bagom (format {version}; denne kender {known}); opdatér Bagom og åbn den igen',
    en: '{location} was saved by a newer Bagom (format {version}; this one knows {known}); update Bagom and open it again',
  },
  'study.locked': {
    da: 'undersøgelsen er åben i et andet program (proces {pid} på {host} siden {since}); luk det, og prøv igen. Intet er ændret',
    en: 'the study is open in another program (process {pid} on {host} since {since}); close it and try again. Nothing was changed',
  },
  'study.read-only': {
    da: 'undersøgelsen er åbnet til læsning; åbn den til skrivning for at ændre den',
    en: 'the study was opened for reading; open it for writing to change it',
  },
  'database.unreachable': {
    da: 'databasen på {location} svarer ikke: {reason}. Se efter, om serveren kører, og om adressen er rigtig',
    en: 'the database at {location} does not answer: {reason}. Check that the server runs and that the address is right',
  },
  'merge.other-study': {
    da: '{file} er en anden undersøgelse: de to historikker begynder ikke med samme ændring. Kun kopier af den samme undersøgelse kan flettes',
    en: '{file} is another study: the two histories do not begin with the same operation. Only copies of one study can be merged',
  },
  'merge.damaged': {
    da: '{file} hænger ikke sammen og er ikke flettet; intet er ændret. Kør »bagom check« på kopien, og bed om en ny',
    en: '{file} is not whole and was not merged; nothing was changed. Run "bagom check" on the copy, and ask for a new one',
  },
  'merge.taken-back': {
    da: 'en tidligere fletning med {file} er fortrudt her, og det nye i kopien bygger på den. Gentag fletningen under Historik først',
    en: 'an earlier merge of {file} was undone here, and what is new in the copy rests on it. Do that merge again under History first',
  },
  'merge.no-third': {
    da: 'her kan kun den ene eller den anden vælges; en tredje kan kun skrives, hvor det er tekst',
    en: 'only one or the other can be chosen here; a third can be written only where it is text',
  },
  'merge.choose-version': {
    da: 'transskriptionen er rettet i begge kopier; vælg udgave under Transskriptioner, så kodningerne følger med',
    en: 'the transcript was corrected in both copies; choose the version under Transcripts, so that codings go with it',
  },
  'merge.not-missing': {
    da: '{file} er ikke en af de filer, der mangler; den skal være den samme fil, byte for byte. Find filen i kopiens .media-mappe',
    en: '{file} is none of the files that are missing; it must be the same file, byte for byte. Look in the .media folder of the copy',
  },
  'row.missing': {
    da: 'det, du vil ændre, findes ikke længere ({table} {id}); genindlæs siden',
    en: 'what you want to change is no longer there ({table} {id}); reload the page',
  },
  'row.exists': {
    da: 'der findes allerede en række med dette id ({table} {id})',
    en: 'a row with this id is already there ({table} {id})',
  },
  'row.in-use': {
    da: 'det kan ikke slettes, fordi noget andet bygger på det ({by}); fjern det først',
    en: 'it cannot be removed because something else rests on it ({by}); remove that first',
  },
  'class-model.in-use': {
    da: 'modellen kan ikke fjernes: {invitations} på invitationslisten er fundet ved hjælp af den. Fjern dem under Feltarbejde først, hvis de ikke er kontaktet',
    en: 'the model cannot be removed: {invitations} on the invitation list were found by it. Remove them under Fieldwork first, if they were not contacted',
  },
  'score.no-indicators': {
    da: 'ingen kolonne hedder som en af modellens indikatorer ({names}); ret kolonnernes navne, eller vælg en anden fil',
    en: 'no column is named as one of the indicators of the model ({names}); rename the columns or choose another file',
  },
  'score.absent-indicator': {
    da: 'ingen kolonne hedder som modellens indikator {name}; der er: {known}. Ret kolonnens navn. Ingen er placeret',
    en: 'no column is named as the indicator {name} of the model; there are: {known}. Correct the name of the column. Nobody was placed',
  },
  'invitations.none': {
    da: 'ingen kan trækkes: ingen respondenter er sikre nok, passer til kvoterne og mangler på listen. Sænk kravet til sikkerhed, eller ret kvoterne',
    en: 'nobody can be drawn: no respondent is sure enough, fits the quotas and is not listed yet. Ask for less certainty, or change the quotas',
  },
  'invitations.none-to-export': {
    da: 'ingen på listen er nået så langt, som du har valgt; vælg andre, eller lav en invitationsliste under Klasser',
    en: 'nobody on the list has come as far as you chose; choose others, or make an invitation list under Classes',
  },
  'invitation.contacted': {
    da: 'en respondent, der er kontaktet, bliver på listen, så ingen bliver spurgt to gange. Sæt i stedet, hvordan det gik',
    en: 'a respondent who was contacted stays on the list, so that nobody is asked twice. Say instead how it went',
  },
  'invitation.not-agreed': {
    da: 'kun en respondent, der har sagt ja, kan blive deltager. Registrér svaret først',
    en: 'only a respondent who agreed can become a participant. Record the answer first',
  },
  'invitation.has-participant': {
    da: 'respondenten er allerede deltager: {name}',
    en: 'the respondent is a participant already: {name}',
  },
  'invitation.no-link': {
    da: 'nøglefilen er ikke åben, så koblingen mellem deltager og respondent kan ikke gemmes. Åbn den under Feltarbejde, eller vælg at tilføje deltageren uden kobling',
    en: 'the key file is not open, so the link between participant and respondent cannot be kept. Open it under Fieldwork, or choose to add the participant without it',
  },
  'participant.in-use': {
    da: 'deltageren kan ikke fjernes, for der står andet på personen (interview: {interviews}, samtykker: {consents}, tekster: {sources}, ønsker: {wishes}, barrierer: {barriers}); fjern det først',
    en: 'the participant cannot be removed because other things are about them (interviews: {interviews}, consents: {consents}, texts: {sources}, wishes: {wishes}, barriers: {barriers}); remove those first',
  },
  'site.in-use': {
    da: 'rekrutteringsstedet kan ikke fjernes, for der hører noget til det (besøg: {visits}, deltagere: {participants}); fjern besøgene, og ret deltagernes rekrutteringssted først',
    en: 'the site cannot be removed because something belongs to it (visits: {visits}, participants: {participants}); remove the visits and give the participants another site first',
  },
  'source.in-use': {
    da: 'teksten kan ikke fjernes, for noget bygger på dens ord (belæg for påstande: {evidence}, uddrag i rapporten: {blocks}, ønsker: {wishes}, barrierer: {barriers}); løsn eller fjern det først',
    en: 'the text cannot be removed because something rests on its words (evidence of claims: {evidence}, excerpts in the report: {blocks}, wishes: {wishes}, barriers: {barriers}); untie or remove that first',
  },
  'topic.in-use': {
    da: 'emnet kan ikke fjernes alene, for {answers} personer har et svar på det; fjern svarene med det, eller lad det stå',
    en: 'the topic cannot be removed alone because {answers} persons have an answer to it; remove the answers with it, or let it stand',
  },
  'reference.in-use': {
    da: 'værket kan ikke fjernes, for påstande er læst op imod det ({claims}); løsn det fra dem først',
    en: 'the work cannot be removed because claims are read against it ({claims}); untie it from them first',
  },
  'consent.withdrawn': {
    da: 'et samtykke, der er trukket tilbage, kan ikke fjernes: tilbagetrækningen skal stå. Blev den registreret ved en fejl, så fortryd den',
    en: 'a consent that was withdrawn cannot be removed: the withdrawal has to stand. If it was recorded by mistake, undo it',
  },
  'history.changed-since': {
    da: '»{subject}« kan ikke fortrydes alene: {by} har siden ændret noget, den bygger på (»{later}«, ændring {seq}). Fortryd det først',
    en: '"{subject}" cannot be undone alone: {by} has since changed what it rests on ("{later}", change {seq}). Undo that first',
  },
  'history.chain-broken': {
    da: 'undersøgelsens historik er brudt ved ændring {seq}; hent en sikkerhedskopi frem og kør »bagom check«',
    en: 'the study\'s history is broken at operation {seq}; take a backup and run "bagom check"',
  },
  'blob.missing': {
    da: 'en del af undersøgelsens indhold mangler ({hash}); hent en sikkerhedskopi frem',
    en: "part of the study's content is missing ({hash}); take a backup",
  },
  'key.wrong-passphrase': {
    da: 'adgangssætningen passer ikke til nøglefilen {location}; prøv igen',
    en: 'the passphrase does not fit the key file {location}; try again',
  },
  'key.damaged': {
    da: 'nøglefilen {location} er beskadiget eller ingen nøglefil; hent en sikkerhedskopi frem',
    en: 'the key file {location} is damaged or no key file; take a backup',
  },
  'key.not-found': {
    da: 'der er ingen nøglefil i {location}; uden den kan de rigtige navne ikke vises',
    en: 'there is no key file at {location}; without it the true names cannot be shown',
  },
  'file.not-found': {
    da: 'filen {file} findes ikke, eller den kan ikke læses',
    en: 'the file {file} is not there, or it cannot be read',
  },
  'file.empty': {
    da: 'filen {file} er tom; der er intet at læse ind',
    en: 'the file {file} is empty; there is nothing to import',
  },
  'import.cancelled': {
    da: 'indlæsningen af {file} er stoppet; intet er læst ind',
    en: 'the import of {file} was stopped; nothing was imported',
  },
  'file.too-large': {
    da: 'filen {file} fylder {size} byte; grænsen er {limit}. Del den, eller fjern det, der ikke er tekst',
    en: 'the file {file} has {size} bytes; the limit is {limit}. Split it, or remove what is not text',
  },
  'file.unknown-kind': {
    da: 'det er ikke til at se, hvad {file} er; sig det med --as survey, transcript eller report',
    en: 'it cannot be seen what {file} is; say so with --as survey, transcript or report',
  },
  'text.binary': {
    da: '{file} er ikke tekst (binære data ved byte {at}); gem den som ren tekst, Word, RTF eller PDF, og prøv igen',
    en: '{file} is no text (binary data at byte {at}); save it as plain text, Word, RTF or PDF and try again',
  },
  'transcript.no-words': {
    da: 'der er ingen ord i {file}; intet er læst ind',
    en: 'there are no words in {file}; nothing was imported',
  },
  'docx.damaged': {
    da: '{file} er ikke et helt Word-dokument: {reason}. Åbn det i Word, gem det igen, og prøv igen',
    en: '{file} is no complete Word document: {reason}. Open it in Word, save it again and try again',
  },
  'transcript.other-grammar': {
    da: 'måden {grammar} finder ingen replikker i {file}; vælg en anden, eller lad Bagom finde den',
    en: 'the grammar {grammar} finds no turns in {file}; choose another, or let Bagom find it',
  },
  'odt.damaged': {
    da: '{file} er ikke et helt OpenDocument-dokument: {reason}. Åbn det, gem det igen, og prøv igen',
    en: '{file} is no complete OpenDocument text: {reason}. Open it, save it again and try again',
  },
  'rtf.damaged': {
    da: '{file} er ikke en hel RTF-fil. Åbn den, gem den igen som RTF eller Word, og prøv igen',
    en: '{file} is no complete RTF file. Open it, save it again as RTF or Word and try again',
  },
  'pdf.damaged': {
    da: '{file} er ikke en hel PDF. Hent den igen, eller gem teksten som Word eller ren tekst, og prøv igen',
    en: '{file} is no complete PDF. Fetch it again, or save its text as Word or plain text, and try again',
  },
  'pdf.password': {
    da: '{file} er låst med en adgangskode. Gem en udgave uden, og prøv igen',
    en: '{file} is locked with a password. Save a copy without one and try again',
  },
  'pdf.no-text': {
    da: 'der er ingen tekst i {file}, kun billeder af {pages} sider. Kør den gennem tekstgenkendelse (OCR), eller bed om filen, den er lavet af',
    en: 'there is no text in {file}, only pictures of {pages} pages. Run it through text recognition (OCR), or ask for the file it was made from',
  },
  'doc.not-read': {
    da: '{file} er et Word-dokument fra før 2007, som ikke læses. Åbn det, gem det som .docx, og prøv igen',
    en: '{file} is a Word document from before 2007, which is not read. Open it, save it as .docx and try again',
  },
  'json.no-transcript': {
    da: 'der er ingen udskrift i {file}: JSON læses fra Whisper (segments, transcription eller chunks) og oTranscribe',
    en: 'there is no transcript in {file}: JSON is read from Whisper (segments, transcription or chunks) and oTranscribe',
  },
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
  'models.no-models': {
    da: '{file} er ikke en fil med klassemodeller; vælg en, der er gemt med »Gem modelfil« eller »bagom classes DATA --json FIL«',
    en: '{file} is no file of class models; choose one that was saved with "Save model file" or "bagom classes DATA --json FILE"',
  },
  'models.newer': {
    da: '{file} er skrevet af en nyere udgave af Bagom (format {version}); opdatér Bagom',
    en: '{file} was written by a newer Bagom (format {version}); update Bagom',
  },
  'models.damaged': {
    da: '{file} er ikke en hel fil med klassemodeller (ved {where}), og ingen er placeret efter den; gem den igen med »Gem modelfil« eller »bagom classes«',
    en: '{file} is no complete file of class models (at {where}) and nobody was placed by it; save it again with "Save model file" or "bagom classes"',
  },
  'models.other-classes': {
    da: '{file} har ingen model med {classes} klasser; der er: {known}',
    en: '{file} has no model with {classes} classes; there are: {known}',
  },
  'score.unknown-values': {
    da: '{name} har værdien {value} i række {row} (rækker i alt: {rows}), men modellen kender kun: {known}. Andre ukendte: {others}. Ret dem, eller tag dem som intet svar med --unknown missing. Ingen er placeret',
    en: '{name} has the value {value} in row {row} (rows in all: {rows}), but the model knows only: {known}. Other unknown ones: {others}. Correct them, or take them as no answer with --unknown missing. Nobody was placed',
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
  'report.no-excerpts': {
    da: 'der er ingen interviewuddrag i {file}; en rapport kendes på uddrag, der slutter med »(Navn, 28 år)«. Intet er læst ind',
    en: 'there are no interview excerpts in {file}; a report is known by excerpts that end in "(Name, 28 år)". Nothing was imported',
  },
  'report.not-text': {
    da: '{file} er ikke tekst; gem rapporten som ren tekst og prøv igen',
    en: '{file} is no text; save the report as plain text and try again',
  },
  'report.empty': { da: '{file} er tom; intet er læst ind', en: '{file} is empty; nothing was imported' },
  'classes.too-many-categories': {
    da: '{name} har flere end {limit} forskellige svar og kan ikke være indikator; inddel dem i kategorier først',
    en: '{name} has more than {limit} different answers and cannot be an indicator; group them into categories first',
  },
  'classes.constant-indicator': {
    da: 'alle har svaret det samme på {name}; den kan ikke skille klasser. Tag den ud',
    en: 'everybody gave the same answer to {name}; it cannot tell classes apart. Leave it out',
  },
  'classes.empty-indicator': {
    da: 'ingen har svaret på {name}; den kan ikke skille klasser. Tag den ud',
    en: 'nobody answered {name}; it cannot tell classes apart. Leave it out',
  },
  'classes.no-rows': {
    da: 'der er ingen besvarelser tilbage af {rows}: {empty} har intet svar, {incomplete} mangler et; vælg andre indikatorer, eller brug fiml, som beholder ufuldstændige besvarelser',
    en: 'no answers are left of {rows}: {empty} have none, {incomplete} lack one; choose other indicators, or fiml, which keeps incomplete ones',
  },
  'classes.few-rows': {
    da: 'kun {rows} respondenter har både svar og det, der spørges om; det er for få. Vælg en variabel, som flere har svaret på',
    en: 'only {rows} respondents have both answers and what is asked about; that is too few. Choose a variable that more have answered',
  },
  'classes.bad-weight': {
    da: 'vægtene kan ikke bruges (række {row}); hver respondent skal have den samme vægt hele vejen, et tal på nul eller mere',
    en: 'the weights cannot be used (row {row}); each respondent must have the same weight all the way, a number of zero or more',
  },
  'classes.no-weight': {
    da: 'alle vægte i {variable} er nul; vælg en anden vægt',
    en: 'every weight in {variable} is zero; choose another weight',
  },
  'classes.lonely-psu': {
    da: '{lonely} stratum har kun én udtræksenhed (fx stratum {stratum}), så usikkerheden kan ikke beregnes; læg det sammen med et nabostratum, eller lad enlige enheder variere om alles gennemsnit (adjust)',
    en: '{lonely} stratum has a single sampling unit (stratum {stratum} for one), so the error cannot be computed; merge it with a neighbour, or let lonely units vary about the mean of all (adjust)',
  },
  'classes.bad-fpc': {
    da: 'række {row} siger, at der er {population} udtræksenheder i stratummet i befolkningen; det skal være ét antal i hele stratummet, og ikke færre, end der er udtrukket',
    en: 'row {row} says that its stratum has {population} sampling units in the population; it has to be one number in the whole stratum, and no fewer than were drawn',
  },
  'classes.design-missing': {
    da: '{what} mangler i række {row}; alle i stikprøven hører til et sted, så udfyld den, eller tag rækken ud',
    en: '{what} is missing in row {row}; everybody sampled belongs somewhere, so fill it in or leave the row out',
  },
  'classes.many-units': {
    da: 'der er {units} udtræksenheder, og jackknife skal tilpasse modellen lige så mange gange; vælg lineariserede standardfejl i stedet',
    en: 'there are {units} sampling units, and a jackknife has to fit the model as many times; choose linearised standard errors instead',
  },
  'classes.bad-replicate': {
    da: 'en replikatvægt kan ikke bruges (række {row}); den skal være et tal på nul eller mere',
    en: 'a replicate weight cannot be used (row {row}); it has to be a number of zero or more',
  },
  'classes.few-replicates': {
    da: 'der er {number} replikatvægte; usikkerheden kræver to eller flere',
    en: 'there are {number} replicate weights; the error takes two or more',
  },
  'classes.bad-design': {
    da: 'stikprøvens design kan ikke bruges til standardfejl; se efter, at strata, udtræksenheder og vægte har en værdi for hver respondent',
    en: 'the survey design cannot be used for standard errors; check that strata, sampling units and weights have a value for every respondent',
  },
  'classes.no-design': {
    da: 'bølgen har hverken strata eller udtræksenheder; giv variablerne de roller, eller vælg »sandwich«',
    en: 'the wave has neither strata nor sampling units; give variables those roles, or choose "sandwich"',
  },
  'classes.no-replicates': {
    da: 'bølgen har ingen replikatvægte, eller det er ikke sagt, hvordan de er lavet; giv variablerne rollen, og angiv metoden for bølgen',
    en: 'the wave has no replicate weights, or it is not said how they were made; give variables that role, and tell the method for the wave',
  },
  'classes.no-factors': {
    da: 'replikatvægtene er ikke fra en jackknife, der udelader én enhed ad gangen, så deres faktorer kan ikke ses af dem; vælg en anden metode',
    en: 'the replicate weights are not from a jackknife that leaves one unit out at a time, so their factors cannot be seen from them; choose another method',
  },
  'classes.weighted-bootstrap': {
    da: 'personer med vægte kan ikke trækkes fra modellen; vælg »bootstrap«, som trækker udtræksenheder, eller »linearised«',
    en: 'people with weights cannot be drawn from the model; choose "bootstrap", which draws sampling units, or "linearised"',
  },
  'classes.weighted-ratio': {
    da: 'testen trækker personer fra modellen, og det kan ikke gøres med vægte: likelihooden er da ikke personers. Tilpas uden vægt, og test den model, eller sammenlign modellerne på BIC og indhold',
    en: 'the test draws people from the model, which cannot be done with weights: the likelihood is then not that of people. Fit without the weight and test that model, or compare models by BIC and content',
  },
  'classes.one-class': {
    da: 'en model med én klasse har ingen færre at blive prøvet imod; vælg en med to eller flere',
    en: 'a model with one class has none fewer to be tested against; choose one with two or more',
  },
  'classes.not-identified': {
    da: 'svarene kan kun skelne {rank} af modellens {npar} parametre, så den har ingen standardfejl og må ikke bruges; vælg færre klasser eller flere indikatorer',
    en: 'the answers can tell only {rank} of the {npar} parameters apart, so the model has no standard errors and must not be used; choose fewer classes or more indicators',
  },
  'classes.singular': {
    da: 'nogle af modellens parametre kan ikke skelnes i disse svar; vælg færre klasser, eller standardfejl ved bootstrap',
    en: 'some of the parameters cannot be told apart in these answers; choose fewer classes, or standard errors by bootstrap',
  },
  'classes.not-estimable': {
    da: 'det kan ikke estimeres med denne model: klasserne kan ikke skelnes godt nok. Vælg færre klasser eller forklarende variable, ML i stedet for BCH, eller proportional placering',
    en: 'it cannot be estimated with this model: its classes are not told apart well enough. Choose fewer classes or covariates, ML instead of BCH, or proportional placement',
  },
  'classes.bad-covariate': {
    da: '{name} kan ikke bruges som forklarende variabel: den er ens for alle, eller den følger af de andre; tag den ud',
    en: '{name} cannot be used as a covariate: it is the same for everybody, or follows from the others; leave it out',
  },
  'classes.bad-outcome': {
    da: 'udfaldet kan ikke bruges: det skal have mindst to forskellige svar; vælg en anden variabel',
    en: 'the outcome cannot be used: it has to have two different answers at least; choose another variable',
  },
  'classes.answers-changed': {
    da: 'svarene på {name} er ikke længere dem, modellen er tilpasset på (der er værdier, den ikke kender); beregn klasserne igen',
    en: 'the answers to {name} are no longer those the model was fitted on (there are values it does not know); fit the classes again',
  },
  'classes.not-readable': {
    da: 'tallene i »{name}« er ikke bestemt af data, så modellen kan ikke uden videre være undersøgelsens. Vælg en med færre klasser, eller sæt kryds ved, at du ved det',
    en: 'the data do not determine the figures of “{name}”, so it cannot simply be the study’s model. Choose one with fewer classes, or tick that you know',
  },
  'classes.same-wave': {
    da: 'modellen er tilpasset på denne bølge; vælg en anden at sammenligne med',
    en: 'the model was fitted on this wave; choose another one to compare with',
  },
  'classes.wave-lacks': {
    da: '{wave} mangler indikatorer, som modellen hviler på: {names}. Giv variablerne de samme navne som i modellens bølge, eller tilpas en model uden dem',
    en: '{wave} lacks indicators that the model rests on: {names}. Give the variables the names they have in the wave of the model, or fit a model without them',
  },
  'classes.wave-values': {
    da: '{name} har svar i {wave}, som modellen ikke har nogen kategori for: {values}. Kod dem om, eller markér dem som intet svar',
    en: '{name} has answers in {wave} that the model has no category for: {values}. Recode them, or mark them as no answer',
  },
  'classes.no-such-indicator': {
    da: '{name} er ikke blandt indikatorerne; nævn den i --items, eller ret navnet',
    en: '{name} is not among the indicators; name it in --items, or correct the name',
  },
  'classes.no-category': {
    da: '{name} har intet svar, der hedder {value}; der er: {known}',
    en: '{name} has no answer {value}; there are: {known}',
  },
  'classes.failed': {
    da: 'klasserne kunne ikke beregnes: {reason}',
    en: 'the classes could not be computed: {reason}',
  },
  'span.outside-text': {
    da: 'stedet {from}-{to} ligger uden for teksten, som har {length} tegn; genindlæs siden',
    en: 'the place {from}-{to} lies outside the text, which has {length} characters; reload the page',
  },
  'span.other-version': {
    da: 'teksten er rettet siden (udgave {version}); genindlæs siden',
    en: 'the text was corrected since (version {version}); reload the page',
  },
  'source.not-one': {
    da: '»{name}« er ikke præcis én tekst i undersøgelsen (fundet: {found}); skriv tekstens titel eller dens id',
    en: '"{name}" is not exactly one text of the study (found: {found}); give the text’s title or its id',
  },
  'version.overlapping': {
    da: 'rettelserne går ind over hinanden eller ud af teksten; genindlæs siden, og prøv igen. Intet er ændret',
    en: 'the corrections overlap or leave the text; reload the page and try again. Nothing was changed',
  },
  'version.same': {
    da: 'teksten er den samme som udgave {version}; der er intet at gemme',
    en: 'the text is the same as version {version}; there is nothing to save',
  },
  'version.empty': {
    da: 'den rettede tekst er tom; fjern teksten i stedet, hvis den ikke skal være der. Intet er ændret',
    en: 'the corrected text is empty; remove the text instead if it should not be there. Nothing was changed',
  },
  'version.not-transcript': {
    da: '{file} er ikke læst som en transskription, så den kan ikke være en rettet udgave af en tekst; intet er ændret',
    en: '{file} was not read as a transcript, so it cannot be a corrected version of a text; nothing was changed',
  },
  'recording.not-sound': {
    da: '{file} er ikke en lydfil, som Bagom kender (WAV, MP3, M4A, Ogg, FLAC eller WebM); intet er ændret',
    en: '{file} is no sound file that Bagom knows (WAV, MP3, M4A, Ogg, FLAC or WebM); nothing was changed',
  },
  'recording.no-sound': {
    da: '{file} har ingen lyd, der kan læses; intet er ændret. Find optagelsen på optageren igen',
    en: '{file} has no sound that can be read; nothing was changed. Fetch the recording from the recorder again',
  },
  'recogniser.none': {
    da: 'der er ikke peget på noget program til talegenkendelse; vælg whisper.cpp og en model på denne maskine',
    en: 'no program for speech recognition was pointed at; choose whisper.cpp and a model on this machine',
  },
  'recogniser.no-file': {
    da: '{file} er ikke en fil på denne maskine; skriv hele stien',
    en: '{file} is no file on this machine; write the whole path',
  },
  'recogniser.not-allowed': {
    da: '{file} må ikke læses eller køres af dig; ret filens rettigheder',
    en: 'you may not read or run {file}; change its permissions',
  },
  'recogniser.no-path': {
    da: 'optagelsen ligger i databasen, og talegenkendelse kræver en undersøgelse, der ligger i en fil',
    en: 'the recording lies in the database, and speech recognition needs a study that lies in a file',
  },
  'recogniser.failed': {
    da: '{program} gik ikke godt: {words}. Teksten er, som den var; se efter, om modellen og optagelsen passer til programmet',
    en: '{program} failed: {words}. The text is as it was; check that the model and the recording fit the program',
  },
  'recogniser.no-answer': {
    da: '{program} skrev intet svar; teksten er, som den var. Er det whisper.cpp (whisper-cli)?',
    en: '{program} wrote no answer; the text is as it was. Is it whisper.cpp (whisper-cli)?',
  },
  'lost.owner-gone': {
    da: 'det, den hørte til, er fjernet siden ({table}); fortryd fjernelsen, eller opgiv stedet',
    en: 'what it belonged to has been removed since ({table}); undo the removal, or give the place up',
  },
  'lost.not-open': {
    da: 'stedet er allerede givet igen eller opgivet; genindlæs siden',
    en: 'the place has already been given again or given up; reload the page',
  },
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
  'age.outside-phase': {
    da: 'alderen {age} ligger ikke i livsfasen {phase}; en ændret alder må ikke flytte personen til en anden fase',
    en: 'the age {age} is not in the life phase {phase}; a shifted age must not move the person to another phase',
  },
  'input.invalid': {
    da: 'det sendte kunne ikke forstås: {reason}',
    en: 'what was sent could not be understood: {reason}',
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
  'double-coding.nothing-drawn': {
    da: 'der er ingen tekster at trække; læs transskriptioner ind, eller vælg en anden slags tekster',
    en: 'there are no texts to draw; import transcripts or choose another kind of text',
  },
  'double-coding.consensus-coder': {
    da: '»{name}« er den fælles kodning og ingen, der koder; vælg dem, der koder hver for sig',
    en: '"{name}" is the common coding and nobody who codes; choose those who code by themselves',
  },
  'job.missing': { da: 'opgaven findes ikke længere', en: 'the job is no longer there' },
  'study.older-version': {
    da: '{location} er gemt af en ældre udgave af Bagom (format {version}; denne kender {known}); åbn den én gang til skrivning, så den føres op',
    en: '{location} was saved by an older Bagom (format {version}; this one knows {known}); open it once for writing to bring it up',
  },
  'blob.damaged': {
    da: 'en del af undersøgelsens indhold er ikke, som da den blev gemt ({hash}); hent en sikkerhedskopi frem',
    en: "part of the study's content is not as it was saved ({hash}); take a backup",
  },
  'key.exists': {
    da: 'der findes allerede en nøglefil i {location}, og den bliver ikke overskrevet; flyt den eller vælg et andet navn',
    en: 'a key file is already at {location} and it is not overwritten; move it or choose another name',
  },
  'key.newer-version': {
    da: 'nøglefilen {location} er gemt af en nyere udgave af Bagom (format {version}; denne kender {known}); opdatér Bagom',
    en: 'the key file {location} was saved by a newer Bagom (format {version}; this one knows {known}); update Bagom',
  },
  'key.closed': {
    da: 'nøglefilen er lukket igen, som den bliver efter 15 minutter uden brug; vis de rigtige navne med adgangssætningen, og prøv igen',
    en: 'the key file is closed again, as it is after 15 minutes without use; show the true names with the passphrase and try again',
  },
  'key.nowhere': {
    da: 'undersøgelsen ligger i en database, hvor der ikke er plads til en nøglefil ved siden af; de rigtige navne må ligge et andet sted',
    en: 'the study is in a database, where there is no place for a key file beside it; the true names must be kept elsewhere',
  },
  'key.no-passphrase': {
    da: 'nøglefilen {location} skal have en adgangssætning; skriv en',
    en: 'the key file {location} needs a passphrase; type one',
  },
  'key.changed-since': {
    da: 'nøglefilen {location} er ændret af et andet program siden; åbn den igen',
    en: 'the key file {location} was changed by another program since; open it again',
  },
  'row.bad-value': {
    da: 'værdien af {column} i {table} kan ikke gemmes; ret den og prøv igen',
    en: 'the value of {column} in {table} cannot be saved; mend it and try again',
  },
  'usage.unknown-command': {
    da: '»{command}« er ingen kommando; se dem alle med »bagom --help«',
    en: '"{command}" is no command; see them all with "bagom --help"',
  },
  'usage.unknown-command-near': {
    da: '»{command}« er ingen kommando; mente du »{closest}«?',
    en: '"{command}" is no command; did you mean "{closest}"?',
  },
  'usage.unknown-option': {
    da: 'valget {option} kendes ikke; se valgene med --help',
    en: 'the option {option} is not known; see the options with --help',
  },
  'usage.unknown-option-near': {
    da: 'valget {option} kendes ikke; mente du {closest}?',
    en: 'the option {option} is not known; did you mean {closest}?',
  },
  'usage.missing-argument': {
    da: '{argument} mangler; se brugen med --help',
    en: '{argument} is missing; see the usage with --help',
  },
  'usage.too-many-arguments': {
    da: '»{argument}« er for meget på linjen; se brugen med --help',
    en: '"{argument}" is too much on the line; see the usage with --help',
  },
  'usage.missing-value': {
    da: '{option} mangler sin værdi: {option} {value}',
    en: '{option} lacks its value: {option} {value}',
  },
  'usage.missing-option': {
    da: '{option} mangler; se brugen med --help',
    en: '{option} is missing; see the usage with --help',
  },
  'usage.no-value': {
    da: '{option} tager ingen værdi',
    en: '{option} takes no value',
  },
  'usage.bad-value': {
    da: '{option} kan ikke være »{given}«; det kan være: {allowed}',
    en: '{option} cannot be "{given}"; it can be: {allowed}',
  },
  'usage.unknown-code': {
    da: 'der er ingen kode på stien »{path}«; se stierne med »bagom matrix STUDY --json«',
    en: 'there is no code at the path "{path}"; see the paths with "bagom matrix STUDY --json"',
  },
  'usage.unknown-code-near': {
    da: 'der er ingen kode på stien »{path}«; mente du »{closest}«?',
    en: 'there is no code at the path "{path}"; did you mean "{closest}"?',
  },
  'file.is-study': {
    da: '{file} er en undersøgelse eller en nøglefil, og den bliver ikke overskrevet; vælg et andet navn',
    en: '{file} is a study or a key file and it is not overwritten; choose another name',
  },
  'file.is-source': {
    da: '{file} er den fil, der læses, og den bliver ikke overskrevet; vælg et andet navn',
    en: '{file} is the file that is read and it is not overwritten; choose another name',
  },
  'file.not-written': {
    da: '{file} kunne ikke skrives ({reason}); intet er ændret. Se efter, om mappen findes, og om der er plads',
    en: '{file} could not be written ({reason}); nothing was changed. Check that the folder is there and has room',
  },
  'port.taken': {
    da: 'port {port} er optaget af et andet program; vælg en anden med --port',
    en: 'port {port} is taken by another program; choose another with --port',
  },
  'port.refused': {
    da: 'port {port} kan ikke bruges ({reason}); vælg en anden med --port',
    en: 'port {port} cannot be used ({reason}); choose another with --port',
  },
  'classes.no-survey': {
    da: 'der er intet spørgeskema i undersøgelsen; læs et ind med »bagom import«',
    en: 'there is no survey in the study; read one in with "bagom import"',
  },
  'classes.no-indicators': {
    da: 'der er ingen indikatorer; vælg dem på siden, eller nævn dem med --items',
    en: 'there are no indicators; choose them on the page or name them with --items',
  },
  'classes.not-numbers': {
    da: '{name} er ikke en variabel med tal; vælg en anden',
    en: '{name} is no variable of numbers; choose another',
  },
  'demo.material': {
    da: 'demoens materiale passer ikke, {file} linje {line}: {reason}',
    en: "the demo's material does not fit, {file} line {line}: {reason}",
  },
  unexpected: {
    da: 'der skete en fejl i Bagom: {reason}. Intet er ændret; prøv igen, og meld fejlen, hvis den kommer igen',
    en: 'something went wrong in Bagom: {reason}. Nothing was changed; try again, and report it if it comes back',
  },
};

/** Reasons that Bagom gives itself, in words. A reason that is not here comes from elsewhere and is said as it came. */
export const REASONS: Readonly<Record<string, Readonly<Record<string, { da: string; en: string }>>>> = {
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
    'no-document': {
      da: 'der er ingen tekst fra Word i den',
      en: 'there is no text from Word in it',
    },
    unreadable: {
      da: 'noget i den er beskadiget',
      en: 'something in it is damaged',
    },
  },
  'odt.damaged': {
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
    'no-document': {
      da: 'der er ingen tekst i den',
      en: 'there is no text in it',
    },
    unreadable: {
      da: 'noget i den er beskadiget',
      en: 'something in it is damaged',
    },
    encrypted: {
      da: 'den er låst med en adgangskode; gem en udgave uden',
      en: 'it is locked with a password; save a copy without one',
    },
  },
};

/** The sentence for an error. An unknown code is said as it is: better a code than silence. */
export function errorSentence(
  code: string,
  data: Readonly<Record<string, string | number | null>>,
  language: 'da' | 'en',
): string {
  const sentence = ERRORS[code]?.[language] ?? `${code} ${JSON.stringify(data)}`;
  const reason = REASONS[code]?.[String(data.reason)]?.[language];
  return filled(sentence, reason === undefined ? data : { ...data, reason: filled(reason, data) });
}

/** A sentence with the values of its data in their places. */
export function filled(sentence: string, data: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(data[name] ?? '?'));
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
