interface NoteWords {
  readonly da: string;
  readonly en: string;
  /** It only says how a file was understood: nothing was lost. */
  readonly quiet?: true;
}

/** What was not read as it stands, in words: the kinds of an import's notes. What the note is about comes after them. */
export const IMPORT_NOTES: Readonly<Record<string, NoteWords>> = {
  encoding: { da: 'læst i tegnsættet', en: 'read in the encoding' },
  'no-speakers': { da: 'ingen talere fundet; replikker', en: 'no speakers found; turns' },
  'between-turns': {
    da: 'står mellem replikkerne og er ingens',
    en: 'stands between the turns and is nobody’s',
  },
  'label-once': {
    da: 'måske en taler, men brugt for sjældent til at afgøre det; ordene hører til replikken, til du svarer',
    en: 'perhaps a speaker, but used too seldom to tell; the words belong to the turn until you answer',
  },
  'label-refused': {
    da: 'ingen taler, har du svaret; ordene hører til replikken',
    en: 'no speaker, you answered; the words belong to the turn',
  },
  'label-joint': { da: 'to talere på én replik', en: 'two speakers on one turn' },
  'label-inside-turn': {
    da: 'en talers navn midt i en replik; replikken er ikke delt',
    en: 'a speaker’s label in the middle of a turn; the turn is not split',
  },
  'stray-bytes': {
    da: 'bogstaver i et andet tegnsæt end resten, læst som Windows-1252',
    en: 'letters in another encoding than the rest, read as Windows-1252',
  },
  'control-characters': { da: 'usynlige styretegn, udeladt', en: 'invisible control signs, left out' },
  'broken-letters': {
    da: 'bogstaver, der var gemt forkert, før filen kom hertil; de er ladt stå',
    en: 'letters that were saved wrongly before the file came here; they are left as they stand',
  },
  'too-deep': {
    da: 'elementer dybere i hinanden end på nogen side; resten er ikke læst',
    en: 'elements deeper in each other than on any page; the rest was not read',
  },
  'cut-short': { da: 'filen slutter midt i noget', en: 'the file ends in the middle of something' },
  comment: { da: 'kommentar, ikke læst med', en: 'comment, not read in' },
  footnote: { da: 'note, ikke læst med', en: 'note, not read in' },
  'header-footer': { da: 'sidehoved eller sidefod, ikke læst med', en: 'header or footer, not read in' },
  deleted: {
    da: 'slettet med ændringsmarkering, ikke læst med',
    en: 'deleted as a tracked change, not read in',
  },
  inserted: {
    da: 'indsat med ændringsmarkering, læst som tekst',
    en: 'inserted as a tracked change, read as text',
  },
  'hidden-text': { da: 'skjult tekst, ikke læst med', en: 'hidden text, not read in' },
  picture: { da: 'billede, ikke læst med', en: 'picture, not read in' },
  object: { da: 'indlejret fil eller objekt, ikke læst med', en: 'embedded file or object, not read in' },
  'text-box': { da: 'tekstboks, læst som et afsnit for sig', en: 'text box, read as a paragraph of its own' },
  symbol: { da: 'tegn fra en symbolskrift, ikke læst', en: 'sign from a symbol font, not read' },
  outside: {
    da: 'peger på noget uden for filen, som ikke er hentet',
    en: 'points to something outside the file, which was not fetched',
  },
  script: {
    da: 'script eller typografi, ikke læst og ikke kørt',
    en: 'script or style, not read and not run',
  },
  style: { da: 'udseende, ikke læst', en: 'style, not read' },
  entity: {
    da: 'en forkortelse, som filen selv definerer, ikke slået op',
    en: 'an entity that the file defines itself, not looked up',
  },
  'cue-without-time': {
    da: 'undertekst uden en tid, der kan læses',
    en: 'subtitle without a time that can be read',
  },
  'cue-backwards': { da: 'underteksten slutter, før den begynder', en: 'the subtitle ends before it begins' },
  'cue-overlap': {
    da: 'underteksten begynder, før den forrige er slut',
    en: 'the subtitle begins before the one before has ended',
  },
  'segment-without-words': { da: 'stykke uden ord', en: 'segment without words' },
  'word-times': {
    da: 'tider for de enkelte ord, ikke gemt; antal',
    en: 'times of single words, not kept; number',
  },
  'page-number': { da: 'sidetal, taget ud', en: 'page number, taken out' },
  'running-head': { da: 'kolumnetitel, taget ud', en: 'running head, taken out' },
  'page-without-text': { da: 'side uden tekst', en: 'page without text' },
  'page-damaged': { da: 'siden er beskadiget og ikke læst', en: 'the page is damaged and was not read' },
  'pages-left-out': { da: 'sider over grænsen, ikke læst', en: 'pages above the limit, not read' },
  'before-first-turn': { da: 'står før første replik', en: 'stands before the first turn' },
  'no-person': { da: 'hvis transskription det er, vides ikke', en: 'whose transcript it is is not known' },
  'unnamed-variable': { da: 'kolonne uden navn, kaldt', en: 'column without a name, called' },
  'empty-variable': { da: 'kolonne uden svar', en: 'column without answers' },
  'leading-zeros': {
    da: 'tal med nul forrest, læst som tekst',
    en: 'numbers with leading zeros, read as text',
  },
  'mixed-decimals': { da: 'både komma og punktum, læst som tekst', en: 'both comma and point, read as text' },
  'long-numbers': {
    da: 'tal for lange til at være nøjagtige, læst som tekst',
    en: 'numbers too long to be exact, read as text',
  },
  'excerpt-outside-sections': { da: 'uddrag uden for afsnittene', en: 'excerpt outside the sections' },
  'person-already-there': {
    da: 'personen er i undersøgelsen i forvejen',
    en: 'the person is in the study already',
  },
  'label-typo': { da: 'talerens navn er stavet forkert', en: 'the speaker’s label is misspelt' },
  'label-unknown': { da: 'ukendt taler', en: 'unknown speaker' },
  'label-other-person': {
    da: 'en anden persons navn på replikken',
    en: 'another person’s label on the turn',
  },
  'label-punctuation': {
    da: 'andet tegn end kolon efter taleren',
    en: 'another sign than a colon after the speaker',
  },
  'missing-colon': { da: 'kolon mangler efter taleren', en: 'the colon after the speaker is missing' },
  'missing-label': { da: 'taleren mangler', en: 'the speaker is missing' },
  'unlabelled-monologue': { da: 'monolog uden taler', en: 'monologue without a speaker' },
  'unlabelled-continuation': {
    da: 'replikken går videre uden taler',
    en: 'the turn goes on without a speaker',
  },
  'unattributed-turns': {
    da: 'replikker uden navn og alder til sidst',
    en: 'turns without a name and age at the end',
  },
  'split-attribution': { da: 'navn og alder delt over to linjer', en: 'name and age split over two lines' },
  'hyphenated-name': { da: 'navnet delt med bindestreg', en: 'the name split by a hyphen' },
  'attribution-without-comma': { da: 'komma mangler før alderen', en: 'the comma before the age is missing' },
  'attribution-full-stop': { da: 'punktum efter navn og alder', en: 'full stop after name and age' },
  'attribution-alone': { da: 'navn og alder på en linje for sig', en: 'name and age on a line of their own' },
  'lead-in-without-colon': {
    da: 'indledningen slutter ikke med kolon',
    en: 'the lead-in does not end in a colon',
  },
  'missing-lead-in': { da: 'indledning mangler', en: 'the lead-in is missing' },
  'stray-page-number': { da: 'sidetal midt i teksten', en: 'page number in the text' },
  'unclosed-bracket': { da: 'klammen lukkes ikke', en: 'the bracket is not closed' },
  'guessed-encoding': {
    da: 'filen siger ikke, hvilket tegnsæt den er i; læst i',
    en: 'the file does not say which encoding it is in; read in',
  },
  'undecodable-text': { da: 'tegn, der ikke kunne læses', en: 'characters that could not be read' },
  'labels-not-there': {
    da: 'filen nævner svarnavne, som den ikke har',
    en: 'the file names value labels that it does not have',
  },
  'missing-letters': {
    da: 'bogstaver for intet svar, læst som tal',
    en: 'letters for no answer, read as numbers',
  },
  'asked-on-condition': {
    da: 'spørgsmål, der kun stilles nogle; hvem er ikke læst ind',
    en: 'asked of some only; of whom is not carried',
    quiet: true,
  },
  'ticked-or-empty': {
    da: 'flere svar: en tom celle er et ikke valgt svar eller et spørgsmål, der ikke blev stillet',
    en: 'several answers: an empty cell is an answer not chosen, or a question not asked',
  },
  'several-in-one-cell': {
    da: 'flere svar i én celle; bliver stående som tekst',
    en: 'several answers in one cell; stays text',
  },
  'uploaded-files': { da: 'vedhæftede filer følger ikke med', en: 'uploaded files are not carried' },
  'unknown-question-type': { da: 'ukendt spørgsmålstype', en: 'unknown type of question' },
  'question-without-code': {
    da: 'spørgsmål uden navn, sprunget over',
    en: 'question without a name, passed over',
  },
  'identifying-field': { da: 'personhenførbart felt', en: 'field that identifies a person' },
  'calculated-field': {
    da: 'beregnet felt; beregningen følger ikke med',
    en: 'calculated field; how is not carried',
  },
  'choices-elsewhere': { da: 'svarmulighederne står ikke i filen', en: 'the choices are not in the file' },
  'repeated-group': {
    da: 'gruppe, der gentages; dens svar ligger i en tabel for sig',
    en: 'repeated group; its answers are in a table of their own',
  },
  'group-not-closed': { da: 'gruppe uden slutning', en: 'group without an end' },
  'several-data-files': {
    da: 'kodebogen dækker flere datafiler; antal',
    en: 'the codebook covers several data files; number',
  },
  'category-without-value': { da: 'svarmulighed uden værdi', en: 'category without a value' },
  'range-without-ends': {
    da: 'interval af ugyldige værdier uden ender, sprunget over',
    en: 'range of invalid values without ends, passed over',
  },
  'several-ranges': {
    da: 'flere intervaller af ugyldige værdier; kun det første er læst',
    en: 'several ranges of invalid values; only the first is read',
  },
  'column-without-question': { da: 'kolonne uden spørgsmål', en: 'column without a question' },
  'question-without-column': { da: 'spørgsmål uden kolonne', en: 'question without a column' },
  'ambiguous-column': {
    da: 'kolonne, der kan høre til flere spørgsmål; lagt til side',
    en: 'column that could belong to several questions; left as it is',
  },
  'answer-without-label': {
    da: 'svar, som spørgeskemaet ikke kender',
    en: 'answer the questionnaire does not know',
  },
  'codes-as-numbers': { da: 'svarkoder gjort til tal', en: 'answer codes made numbers', quiet: true },
  'codes-stay-text': {
    da: 'svarkoder, der blev stående som tekst, uden svarnavne',
    en: 'answer codes that stayed text, without labels',
  },
  'missing-words': {
    da: 'ord, der i filen regnes som manglende; de står som svar',
    en: 'words that count as missing in the file; they stand as answers',
  },
  'other-codes': {
    da: 'spørgeskemaets svar har andre koder end kolonnen; svarene har ingen navne fået',
    en: 'the questionnaire’s answers have other codes than the column; no answer got its name',
  },
  'own-column': {
    da: 'kolonne, som programmet selv føjer til',
    en: 'column the platform adds of itself',
    quiet: true,
  },
  'questionnaire-language': {
    da: 'spørgeskemaet er læst på',
    en: 'the questionnaire was read in',
    quiet: true,
  },
  'renamed-variable': {
    da: 'formatet tillader ikke navnet; ændret',
    en: 'the format does not allow the name; changed',
  },
  'shortened-label': {
    da: 'teksten er for lang til formatet; afkortet',
    en: 'the label is too long for the format; cut',
  },
  'label-dropped': {
    da: 'svarnavn, som formatet ikke har plads til',
    en: 'value label the format has no place for',
  },
  'user-missing-dropped': {
    da: 'værdier, der regnes som manglende, kan ikke stå i formatet; de står som svar',
    en: 'values that count as missing do not fit the format; they stand as answers',
  },
  'user-missing-recoded': {
    da: 'værdier, der regnes som manglende, skrives som bogstaver',
    en: 'values that count as missing are written as letters',
  },
  'shortened-document': {
    da: 'noten om filen er for lang til formatet; afkortet',
    en: 'the note about the file is too long for the format; cut',
  },
  'speaker-interviewer': { da: 'læst som interviewer', en: 'read as interviewer', quiet: true },
  'speaker-interviewee': { da: 'læst som interviewperson', en: 'read as interviewee', quiet: true },
  'speaker-other': { da: 'læst som en anden taler', en: 'read as another speaker', quiet: true },
  'person-by-name': { da: 'deltageren kendt på navnet', en: 'participant known by the name', quiet: true },
  'taken-as-respondent': { da: 'læst som respondent-id', en: 'read as the respondent’s id', quiet: true },
  'taken-as-weight': { da: 'læst som vægt', en: 'read as weight', quiet: true },
  'taken-as-indicator': { da: 'læst som indikator', en: 'read as indicator', quiet: true },
};

/** A note's kind in words. A kind that has none is said as it is. */
export function importNoteWords(kind: string, language: 'da' | 'en'): string {
  return IMPORT_NOTES[kind]?.[language] ?? kind;
}

/** Whether a note only says how a file was understood. */
export function isQuietNote(kind: string): boolean {
  return IMPORT_NOTES[kind]?.quiet === true;
}
