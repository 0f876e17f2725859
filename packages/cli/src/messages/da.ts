import type { en } from './en.js';
import { classNotes } from './class-notes/da.js';
import { help } from './help/da.js';

const people = (n: number) => (n === 1 ? '1 person' : `${n} personer`);

/** Hvad kommandoerne siger på dansk. */
export const da: typeof en = {
  help,
  number: (n, digits) =>
    n.toLocaleString('da-DK', { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 0 }),
  percent: (share) => `${(share * 100).toFixed(1).replace('.', ',')} %`,
  words: {
    young: '18-29 år',
    adult: '30-49 år',
    older: '50-69 år',
    f: 'kvinder',
    m: 'mænd',
    x: 'andet køn',
    offer: 'gennem tilbud',
    respondent: 'tidligere respondenter',
    lower: 'lavere kompleksitet',
    border: 'på grænsen',
    higher: 'højere kompleksitet',
    unplaceable: 'kan ikke placeres',
    danish: 'dansk',
    immigrant: 'indvandrer',
    descendant: 'efterkommer',
    refugee: 'flygtning',
    other: 'anden',
    none: 'ukendt',
  },
  leftOut: ({ codings, memos, texts }) => {
    const parts = [
      ...(codings > 0 ? [codings === 1 ? '1 kodning' : `${codings} kodninger`] : []),
      ...(memos > 0 ? [memos === 1 ? '1 memo' : `${memos} memoer`] : []),
    ].join(' og ');
    const shown = texts.slice(0, 6).map((text) => `${text.source}: ${text.codings}`);
    const more = texts.length > shown.length ? [`${texts.length - shown.length} tekster til`] : [];
    const samples = [...new Set(texts.flatMap((text) => text.samples))].map((name) => `»${name}«`);
    const where =
      texts.length > 0 ? ` (${[...shown, ...more].join(', ')}; stikprøve ${samples.join(', ')})` : '';
    return `Udeladt, fordi det stadig kodes blindt: ${parts}${where}. En koder ser sit eget med --seen-by NAME; den, der leder undersøgelsen, kan få alt med med --unveil.`;
  },
  start: {
    running: (study, url) => `Bagom har ${study} åben på ${url}\nLuk med Ctrl+C.`,
    building: (study) => `Demoundersøgelsen laves i ${study}; det tager nogle sekunder, én gang.`,
    closed: 'Bagom er lukket. Alt er gemt.',
    noPage: 'Siden er ikke bygget; kun API’et svarer. Byg den med »npm run build«.',
  },
  created: (study) => `Undersøgelsen ligger i ${study}. Åbn den med »bagom start ${study}«.`,
  demo: {
    made: (study, seconds) => `Demoundersøgelsen ligger i ${study} (${seconds} s).`,
    key: (key, passphrase) => `De rigtige navne ligger i ${key}; adgangssætningen er »${passphrase}«.`,
    open: (study) => `Åbn den med »bagom start ${study}«.`,
  },
  info: {
    respondents: 'respondenter',
    classes: 'klasser',
    noClasses: 'ingen valgt',
    sites: 'rekrutteringssteder',
    participants: 'deltagere',
    complexity: 'kompleksitet',
    interviews: 'interview',
    transcripts: 'transskriptioner',
    excerpts: 'uddrag',
    mentions: 'omtaler',
    codes: 'koder',
    codings: 'kodninger',
    memos: 'memoer',
    claims: 'påstande',
    operations: 'ændringer',
  },
  check: {
    whole: (operations) =>
      `Undersøgelsen er hel: ${operations} ændringer, og hver hash, række og tekststed er på plads.`,
    problems: (n) => (n === 1 ? '1 fejl:' : `${n} fejl:`),
  },
  merge: {
    nothing: 'Alt i kopien er her allerede.',
    done: (operations, changes) => `Hentet ind: ${operations} ændringer, der rettede ${changes} rækker.`,
    person: (actor, since, until, work) =>
      `  ${actor}, ${since === until ? since : `${since} til ${until}`}: ${work || 'intet, der står ved magt'}`,
    forward: 'Kopien havde alt herfra med; det, der står i den, står nu her.',
    restored: (n) =>
      n === 1
        ? '1, der var fjernet her, er kommet tilbage, fordi de andres arbejde bygger på den.'
        : `${n}, der var fjernet her, er kommet tilbage, fordi de andres arbejde bygger på dem.`,
    lost: (n) =>
      `${n === 1 ? '1 sted' : `${n} steder`} kunne ikke følge med til teksten, som den er her; de er gemt under Transskriptioner.`,
    doubled: (n) =>
      n === 1
        ? '1 kodning havde I begge lavet ens; den står her én gang.'
        : `${n} kodninger havde I begge lavet ens; de står her én gang.`,
    renumbered: (n) =>
      n === 1
        ? '1 deltager eller påstand har fået nyt nummer, fordi nummeret var taget her.'
        : `${n} deltagere og påstande har fået nyt nummer, fordi nummeret var taget her.`,
    sameCoders: (names) => `To kodere hedder ${names}. Er det to personer, så giv den ene et andet navn.`,
    missing: (files) =>
      `Disse filer var ikke i kopiens .media-mappe og mangler; de kan tilføjes under Historik: ${files}`,
    hidden: (n) =>
      `${n} til i det, der stadig kodes blindt; de kan ses under Historik, når blindingen er ophævet.`,
  },
  conflicts: {
    none: 'Ingen uenigheder står åbne.',
    open: (n) =>
      `${n === 1 ? 'Én ting er' : `${n} ting er`} ændret forskelligt i de to kopier og ikke afgjort. Vælg med »bagom conflicts … --choose« eller under Historik:`,
    columns: ['nr.', 'hvad', 'beholdt', 'det andet', 'af'],
    removed: 'fjernet',
    there: 'findes',
    settled: (number) => `Nr. ${number} er afgjort.`,
    settledText: (number, version) => `Nr. ${number} er afgjort: udgave ${version} af teksten vises.`,
    followed: (n, changed) =>
      `  ${n === 1 ? '1 sted fulgte' : `${n} steder fulgte`} med til den${changed > 0 ? `, heraf ${changed} til ændrede ord` : ''}.`,
    lost: (n) =>
      `  ${n === 1 ? '1 sted' : `${n} steder`} kunne ikke følge med og er gemt under Transskriptioner.`,
    found: (n) => `  ${n === 1 ? '1 tabt sted' : `${n} tabte steder`} har fundet sine ord igen.`,
    clash: (ours, theirs) => `  Begge havde rettet »${ours}«; her står nu »${theirs}«.`,
  },
  copied: {
    done: (location, kilobytes, originals) =>
      `Kopien ligger i ${location} (${kilobytes} kB), med ${originals} filer fra .media-mappen.`,
    missing: (files) => `Disse filer mangler her og er ikke med: ${files}`,
    withKey: 'Nøglefilen er med: kopien indeholder de rigtige navne.',
    withoutKey: 'Nøglefilen er ikke med: kopien kender kun de offentlige navne.',
  },
  imported: {
    as: (file, kind) => `${file}: læst som ${kind}`,
    dry: (file, kind) => `${file}: ville blive læst som ${kind}; intet er ændret`,
    kinds: { survey: 'spørgeskema', transcript: 'transskription', report: 'rapport' },
    made: {
      respondents: ['respondent', 'respondenter'],
      variables: ['variabel', 'variable'],
      questions: ['spørgsmål fra spørgeskemaet', 'spørgsmål fra spørgeskemaet'],
      waves: ['spørgeskema', 'spørgeskemaer'],
      sources: ['tekst', 'tekster'],
      sourceVersions: ['tekstudgave', 'tekstudgaver'],
      turns: ['replik', 'replikker'],
      marks: ['tegn', 'tegn'],
      codes: ['kode', 'koder'],
      codings: ['kodning', 'kodninger'],
      people: ['person', 'personer'],
      participants: ['deltager', 'deltagere'],
      excerpts: ['uddrag', 'uddrag'],
      chapters: ['kapitel', 'kapitler'],
      blocks: ['afsnit', 'afsnit'],
      sections: ['afsnit', 'kapitler og afsnit'],
    },
    section: ['afsnit', 'uddrag', 'personer', 'replikker'],
    notes: (n) => (n === 1 ? '1 ting er ikke læst, som den står:' : `${n} ting er ikke læst, som de står:`),
    more: (n) => `og ${n} til (alle med --json)`,
    place: (n, unit) =>
      n === null
        ? ''
        : `${({ paragraph: 'afsnit', page: 'side', cue: 'stykke' } as Record<string, string>)[unit] ?? 'linje'} ${n}`,
    possible:
      'Måske talere, men brugt for sjældent til at afgøre det; svar med --speaker NAVN eller --no-speaker NAVN:',
    version: {
      made: (n, changes) => `udgave ${n}: ${changes} steder rettet`,
      counts: (same, changed, moved, lost) =>
        `kodninger og andre steder: ${same} som før, ${changed} med andre ord, ${moved} flyttet, ${lost} tabt`,
      rests: (evidence, blocks) => `${evidence} belæg og ${blocks} uddrag i rapporten hvilede på det tabte`,
      lost: 'Tabt; giv det et sted igen på siden under Transskriptioner:',
      changed: 'Står nu på andre ord; se dem efter under Transskriptioner › Steder at se efter:',
      tables: {
        codings: 'kodning',
        examples: 'eksempel',
        mentions: 'omtale',
        memos: 'anmærkning',
        bookmarks: 'bogmærke',
        wishes: 'ønske',
        barriers: 'barriere',
        blocks: 'uddrag',
      },
    },
    grammar: (name) => `hvem der taler, er læst af: ${name}`,
    grammars: {
      voices: 'filens egne stemmer og tider',
      table: 'en tabel',
      'time-first': 'tidskoder foran replikkerne',
      initials: 'initialer eller numre',
      'colon-labels': 'navne med kolon',
      'bold-names': 'navne med fed skrift',
      'name-line': 'navne på linjer for sig',
      'bold-questions': 'spørgsmål med fed eller kursiv skrift',
      dashes: 'tankestreger',
      monologue: 'ingenting: én stemme',
    },
    roles: { interviewer: 'interviewer', interviewee: 'interviewperson', other: 'anden' },
  },
  survey: {
    head: (name: string, respondents: string, variables: string, weight: string | null) =>
      `${name}: ${respondents} respondenter, ${variables} variable${weight === null ? '' : `, vægtet med ${weight}`}`,
    waves: (names: string) => `Målinger: ${names}`,
    columns: ['variabel', 'spørgsmål og svar', 'niveau', 'rolle', 'svar', 'mangler'],
    measures: { nominal: 'nominal', ordinal: 'ordinal', scale: 'skala' },
    roles: {
      none: '',
      indicator: 'indikator',
      weight: 'vægt',
      respondent: 'respondent',
      stratum: 'stratum',
      psu: 'udtræksenhed',
      fpc: 'populationsstørrelse',
      replicate: 'replikatvægt',
    },
    userMissing: 'intet svar',
    notes: (n: number) => (n === 1 ? '1 bemærkning:' : `${n} bemærkninger:`),
    more: (n: number) => `og ${n} mere (alle med --json)`,
    written: (file: string) =>
      `${file} er skrevet. Den indeholder respondenternes svar og har ikke været gennem nogen kontrol.`,
    codebook: (file: string) => `${file} er skrevet: en kodebog uden svar.`,
    added: (names: string) => `Tilføjet fra klassemodellen: ${names}`,
    leftOut: (names: string) => `Udeladt: ${names}`,
  },
  classes: {
    data: (n, patterns, items, weighted) =>
      `${n} ${weighted ? 'respondenter, vægtet' : 'respondenter'}, ${patterns} svarmønstre på ${items} indikatorer.`,
    columns: ['klasser', 'log-lik.', 'par.', 'AIC', 'BIC', 'aBIC', 'entropi', 'mindste', 'top nået'],
    blrt: 'BLRT p',
    profile: (classes) => `Andel med hvert svar i hver klasse (${classes} klasser):`,
    withErrors: (kind) => `95 %-intervaller i parentes (${kind}).`,
    indicator: 'indikator',
    share: 'andel',
    lowest: 'lavest BIC',
    fitting: (classes, share) => `${classes} klasser: ${share}`,
    analysing: (classes, what, share) => `${classes} klasser, ${what}: ${share}`,
    ratio: (nulls, classes, statistic, p, error, replicates) =>
      `${nulls} mod ${classes} klasser: 2 x forskel i log-likelihood ${statistic}, ${p} (Monte Carlo-fejl ${error}, ${replicates} stikprøver)`,
    covariates: (classes, how) =>
      `Klasse efter forklarende variable, mod klasse 1 (${classes} klasser, ${how}):`,
    how: { 'one-step': 'ét trin', 'two-step': 'to trin', 'three-step': 'tre trin' },
    regression: ['led', 'klasse', 'log-odds', 'std.fejl', 'odds', '95 %', 'p'],
    intercept: '(konstant)',
    wald: (name, statistic, df, p) => `${name}: Wald chi² ${statistic}, df = ${df}, ${p}`,
    distal: (name, classes) => `${name} i hver klasse (${classes} klasser):`,
    means: ['klasse', 'andel', 'gennemsnit', 'std.fejl', '95 %'],
    proportions: ['klasse', 'andel'],
    equal: (statistic, df, p) => `Er klasserne ens? Chi² ${statistic}, df = ${df}, ${p}`,
    dropped: (n) =>
      n === 1 ? '1 respondent manglede en værdi her.' : `${n} respondenter manglede en værdi her.`,
    written: (file) => `Skrevet i ${file}.`,
    warnings: classNotes,
  },
  score: {
    scored: (n, classes, indicators) =>
      `${n} respondenter placeret i ${classes} klasser ud fra ${indicators} indikatorer.`,
    chosen: (classes) =>
      `Filen rummer flere modeller; den med ${classes} klasser har lavest BIC. Vælg en anden med --classes.`,
    columns: ['klasse', 'respondenter', 'andel', 'sikre', 'nogenlunde sikre', 'usikre'],
    people: ['række', 'klasse', 'sandsynlighed', 'sikkerhed', 'besvaret'],
    bands: { sure: 'sikker', likely: 'nogenlunde sikker', unsure: 'usikker' },
    unlike: 'ligner ingen',
    unanswered: (n) => `respondenter uden noget svar: ${n}; de får ingen klasse`,
    unlikeAnyone: (n) =>
      `respondenter, der ikke ligner nogen i modellen: ${n}; hver klasse udelukker et af deres svar, så byg ikke på deres klasse`,
    unknown: (name, value, rows, row) =>
      `${name}: ${value} er ikke et af modellens svar (rækker: ${rows}, den første er ${row}); taget som intet svar`,
    more: (n) => `og ${n} til (alle med --json eller --out)`,
  },
  agreement: {
    head: (coders, texts, units, unit) =>
      `${coders}: ${texts === 1 ? '1 tekst' : `${texts} tekster`}, ${units} ${unit}`,
    units: { characters: 'tegn', sentences: 'sætninger', turns: 'replikker', excerpts: 'uddrag' },
    code: 'kode',
    overall: 'alle koder',
    prevalence: 'forekomst',
    coefficients: {
      percent: 'procent',
      kappa: 'Cohen',
      fleiss: 'Fleiss',
      alpha: 'Krippendorff',
      ac1: 'AC1',
      unitized: 'unitized alpha',
    },
    intervals: (replicates) =>
      `I klammer 95 %-intervaller: hele replikker trukket om ${replicates} gange, fra 2,5- til 97,5-percentilen af de gange, tallet kunne siges; intet interval, hvor det var under halvdelen.`,
    untold:
      '–: kan ikke siges, fordi ingen eller alt har fået koden, eller fordi ingen tekst er vurderet af to.',
    extreme:
      'Hvor en kode er sjælden (forekomst under 0,05) eller næsten overalt, bliver kodere næsten altid enige ved et tilfælde: en lav Cohen, Fleiss eller Krippendorff kan så stå ved siden af en høj procent. Se på procenten, AC1 og selve stederne.',
    silent: (names) => `Har intet kodet i disse tekster og regnes for at have sagt nej overalt: ${names}.`,
    blind: (names) =>
      `Kodes stadig blindt: ${names}. Tallene kan ændre sig, og de, der koder, bør ikke se dem endnu.`,
  },
  codes: {
    columns: ['kode', 'kort', 'status', 'personer', 'tekststeder'],
    statuses: { proposed: 'foreslået', active: 'i brug', retired: 'udgået' },
    written: (file, n) => `Kodemanualen med ${n} ${n === 1 ? 'kode' : 'koder'} ligger i ${file}.`,
  },
  matrix: {
    persons: (n) => `${people(n)} med kodet tekst. Personer tælles, aldrig tekststeder.`,
    of: (n) => `af ${n}`,
  },
  retrieve: {
    who: (name, age) => (age === null ? name : `${name}, ${age} år`),
    mayNotPrint: 'må endnu ikke citeres: der mangler samtykke eller maskering',
    sum: (shown, total, persons) =>
      total === 0
        ? 'Ingen tekststeder passer.'
        : `${shown < total ? `De første ${shown} af ` : ''}${total === 1 ? '1 tekststed' : `${total} tekststeder`} fra ${people(persons)}.`,
    written: (file, shown, total, persons) =>
      `${file}: ${shown < total ? `de første ${shown} af ` : ''}${total === 1 ? '1 tekststed' : `${total} tekststeder`} fra ${people(persons)}.`,
    withheld: (n) =>
      `Ordene i ${n} ${n === 1 ? 'tekststed' : 'tekststeder'} blev holdt tilbage: Samtykket dækker dem ikke, eller noget i dem er ikke maskeret.`,
  },
  report: {
    written: (file, excerpts, persons) => `${file}: ${excerpts} uddrag fra ${people(persons)}.`,
    withheld: (n) => `Slusen holdt ${n} uddrag tilbage; rapporten viser hvor og hvorfor.`,
  },
  audit: {
    none: (excerpts, persons) => `Intet at pege på i ${excerpts} uddrag fra ${people(persons)}.`,
    count: (n, excerpts, persons) => `${n} fund i ${excerpts} uddrag fra ${people(persons)}.`,
    severity: { error: 'fejl', warning: 'advarsel', note: 'bemærk' },
    line: (line) => `linje ${line}`,
  },
  compared: {
    unknownPerson: (name) => `${name} er citeret, men er ikke deltager i undersøgelsen`,
    otherAge: (name, printed, known) => `${name} er trykt som ${printed} år; undersøgelsen siger ${known}`,
    notPrintable: (name) =>
      `${name} er citeret, men samtykket tillader det ikke (trukket tilbage, ikke til citat, eller mangler)`,
    otherWords: (name) =>
      `disse ord af ${name} står ikke i undersøgelsens transskriptioner, som de må trykkes`,
  },
};
