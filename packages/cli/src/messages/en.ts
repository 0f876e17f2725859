import { classNotes } from './class-notes/en.js';
import type { LeftOut } from '../left-out.js';
import { help } from './help/en.js';

const people = (n: number) => (n === 1 ? '1 person' : `${n} persons`);

/** What the commands say in English. Its shape is the shape of every language. */
export const en = {
  help,
  number: (n: number, digits?: number) =>
    n.toLocaleString('en-GB', { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 0 }),
  percent: (share: number) => `${(share * 100).toFixed(1)}%`,
  words: {
    young: '18-29 years',
    adult: '30-49 years',
    older: '50-69 years',
    f: 'women',
    m: 'men',
    x: 'other gender',
    offer: 'through an offer',
    respondent: 'earlier respondents',
    lower: 'lower complexity',
    border: 'on the border',
    higher: 'higher complexity',
    unplaceable: 'not placeable',
    danish: 'Danish',
    immigrant: 'immigrant',
    descendant: 'descendant',
    refugee: 'refugee',
    other: 'other',
    none: 'not known',
  } as Readonly<Record<string, string>>,
  leftOut: ({ codings, memos, texts }: LeftOut) => {
    const parts = [
      ...(codings > 0 ? [codings === 1 ? '1 coding' : `${codings} codings`] : []),
      ...(memos > 0 ? [memos === 1 ? '1 memo' : `${memos} memos`] : []),
    ].join(' and ');
    const shown = texts.slice(0, 6).map((text) => `${text.source}: ${text.codings}`);
    const more = texts.length > shown.length ? [`${texts.length - shown.length} more texts`] : [];
    const samples = [...new Set(texts.flatMap((text) => text.samples))].map((name) => `"${name}"`);
    const where =
      texts.length > 0 ? ` (${[...shown, ...more].join(', ')}; sample ${samples.join(', ')})` : '';
    return `Left out, because it is still being coded blind: ${parts}${where}. A coder looks with --seen-by NAME; who leads the study can take all along with --unveil.`;
  },
  start: {
    running: (study: string, url: string) => `Bagom has ${study} open at ${url}\nClose it with Ctrl+C.`,
    building: (study: string) => `The demo study is made in ${study}; it takes a few seconds, once.`,
    closed: 'Bagom is closed. Everything is saved.',
    noPage: 'The page is not built; only the API answers. Build it with "npm run build".',
  },
  created: (study: string) => `The study is in ${study}. Open it with "bagom start ${study}".`,
  demo: {
    made: (study: string, seconds: string) => `The demo study is in ${study} (${seconds} s).`,
    key: (key: string, passphrase: string) =>
      `The true names are in ${key}; the passphrase is "${passphrase}".`,
    open: (study: string) => `Open it with "bagom start ${study}".`,
  },
  info: {
    respondents: 'respondents',
    classes: 'classes',
    noClasses: 'none chosen',
    sites: 'sites',
    participants: 'participants',
    complexity: 'complexity',
    interviews: 'interviews',
    transcripts: 'transcripts',
    excerpts: 'excerpts',
    mentions: 'mentions',
    codes: 'codes',
    codings: 'codings',
    memos: 'memos',
    claims: 'claims',
    operations: 'operations',
  },
  check: {
    whole: (operations: string) =>
      `The study is whole: ${operations} operations, every hash, row and span in its place.`,
    problems: (n: number) => (n === 1 ? '1 problem:' : `${n} problems:`),
  },
  merge: {
    nothing: 'Everything in the copy is here already.',
    done: (operations: string, changes: string) => `Taken in: ${operations} operations, ${changes} changes.`,
    person: (actor: string, since: string, until: string, work: string) =>
      `  ${actor}, ${since === until ? since : `${since} to ${until}`}: ${work || 'nothing that stands'}`,
    forward: 'The copy had taken in all that was here; what stands in it now stands here.',
    restored: (n: number) =>
      n === 1
        ? '1 that had been removed here came back, because theirs rest on it.'
        : `${n} that had been removed here came back, because theirs rest on them.`,
    lost: (n: number) =>
      `${n === 1 ? '1 place' : `${n} places`} could not follow to the text as it is here; they are kept under Transcripts.`,
    doubled: (n: number) =>
      n === 1
        ? '1 coding was made alike by both; it stands here once.'
        : `${n} codings were made alike by both; they stand here once each.`,
    renumbered: (n: number) =>
      n === 1
        ? '1 participant or claim has a new number, because its number was taken here.'
        : `${n} participants and claims have new numbers, because theirs were taken here.`,
    sameCoders: (names: string) =>
      `Two coders are called ${names}. If they are two people, give one another name.`,
    missing: (files: string) =>
      `These files were not in the copy's .media folder and are missing; they can be added under History: ${files}`,
    hidden: (n: number) =>
      `${n} more in what is still coded blind; they are shown under History once the blindness has ended.`,
  },
  conflicts: {
    none: 'No conflict is open.',
    open: (n: number) =>
      `${n === 1 ? 'One thing was' : `${n} things were`} changed differently in the two copies and not decided. Choose with "bagom conflicts … --choose" or under History:`,
    columns: ['no.', 'what', 'kept', 'the other', 'by'],
    removed: 'removed',
    there: 'there',
    settled: (number: number) => `No. ${number} is settled.`,
    settledText: (number: number, version: number) =>
      `No. ${number} is settled: version ${version} of the text is shown.`,
    followed: (n: number, changed: number) =>
      `  ${n === 1 ? '1 place' : `${n} places`} followed to it${changed > 0 ? `, ${changed} of them to changed words` : ''}.`,
    lost: (n: number) =>
      `  ${n === 1 ? '1 place' : `${n} places`} could not follow and ${n === 1 ? 'is' : 'are'} kept under Transcripts.`,
    found: (n: number) =>
      `  ${n === 1 ? '1 lost place has found its' : `${n} lost places have found their`} words again.`,
    clash: (ours: string, theirs: string) => `  Both had corrected “${ours}”; it now reads “${theirs}”.`,
  },
  copied: {
    done: (location: string, kilobytes: string, originals: string) =>
      `The copy is in ${location} (${kilobytes} kB), with ${originals} files of the .media folder.`,
    missing: (files: string) => `These files are missing here and not in it: ${files}`,
    withKey: 'The key file is with it: the copy holds the true names.',
    withoutKey: 'The key file is not with it: the copy knows only the published names.',
  },
  imported: {
    as: (file: string, kind: string) => `${file}: read as ${kind}`,
    dry: (file: string, kind: string) => `${file}: would be read as ${kind}; nothing was changed`,
    kinds: { survey: 'a survey', transcript: 'a transcript', report: 'a report' },
    made: {
      respondents: ['respondent', 'respondents'],
      variables: ['variable', 'variables'],
      questions: ['question from the questionnaire', 'questions from the questionnaire'],
      waves: ['survey', 'surveys'],
      sources: ['text', 'texts'],
      sourceVersions: ['text version', 'text versions'],
      turns: ['turn', 'turns'],
      marks: ['mark', 'marks'],
      codes: ['code', 'codes'],
      codings: ['coding', 'codings'],
      people: ['person', 'persons'],
      participants: ['participant', 'participants'],
      excerpts: ['excerpt', 'excerpts'],
      chapters: ['chapter', 'chapters'],
      blocks: ['block', 'blocks'],
      sections: ['section', 'sections'],
    } as Readonly<Record<string, readonly [one: string, other: string]>>,
    section: ['section', 'excerpts', 'persons', 'turns'],
    notes: (n: number) =>
      n === 1 ? '1 thing was not read as it stands:' : `${n} things were not read as they stand:`,
    more: (n: number) => `and ${n} more (all of them with --json)`,
    place: (n: number | null, unit: string) =>
      n === null
        ? ''
        : `${({ paragraph: 'paragraph', page: 'page', cue: 'cue' } as Record<string, string>)[unit] ?? 'line'} ${n}`,
    possible:
      'Perhaps speakers, but used too seldom to tell; answer with --speaker NAME or --no-speaker NAME:',
    version: {
      made: (n: string, changes: string) => `version ${n}: ${changes} places changed`,
      counts: (same: string, changed: string, moved: string, lost: string) =>
        `codings and other places: ${same} as before, ${changed} with other words, ${moved} moved, ${lost} lost`,
      rests: (evidence: string, blocks: string) =>
        `${evidence} pieces of evidence and ${blocks} excerpts of the report rested on what is lost`,
      lost: 'Lost; place again on the page, under Transcripts:',
      changed: 'Stands on other words now; look at them on the page under Transcripts › Places to check:',
      tables: {
        codings: 'coding',
        examples: 'example',
        mentions: 'mention',
        memos: 'annotation',
        bookmarks: 'bookmark',
        wishes: 'wish',
        barriers: 'barrier',
        blocks: 'excerpt',
      },
    },
    grammar: (name: string) => `who speaks is read from: ${name}`,
    grammars: {
      voices: 'the file’s own voices and times',
      table: 'a table',
      'time-first': 'time codes before the turns',
      initials: 'initials or numbers',
      'colon-labels': 'names with a colon',
      'bold-names': 'names in bold',
      'name-line': 'names on lines of their own',
      'bold-questions': 'questions in bold or italics',
      dashes: 'dashes',
      monologue: 'nothing: one voice',
    } as Readonly<Record<string, string>>,
    roles: { interviewer: 'interviewer', interviewee: 'interviewee', other: 'other' } as Readonly<
      Record<string, string>
    >,
  },
  survey: {
    head: (name: string, respondents: string, variables: string, weight: string | null) =>
      `${name}: ${respondents} respondents, ${variables} variables${weight === null ? '' : `, weighted by ${weight}`}`,
    waves: (names: string) => `Waves: ${names}`,
    columns: ['variable', 'question and answers', 'level', 'role', 'answers', 'missing'],
    measures: { nominal: 'nominal', ordinal: 'ordinal', scale: 'scale' },
    roles: {
      none: '',
      indicator: 'indicator',
      weight: 'weight',
      respondent: 'respondent',
      stratum: 'stratum',
      psu: 'sampling unit',
      fpc: 'population size',
      replicate: 'replicate weight',
    },
    userMissing: 'no answer',
    notes: (n: number) => (n === 1 ? '1 note:' : `${n} notes:`),
    more: (n: number) => `and ${n} more (all of them with --json)`,
    written: (file: string) =>
      `${file} was written. It holds what respondents answered, and has passed no gate.`,
    codebook: (file: string) => `${file} was written: a codebook without answers.`,
    added: (names: string) => `Added from the class model: ${names}`,
    leftOut: (names: string) => `Left out: ${names}`,
  },
  classes: {
    data: (n: string, patterns: string, items: number, weighted: boolean) =>
      `${n} ${weighted ? 'respondents, weighted' : 'respondents'}, ${patterns} patterns of answers to ${items} indicators.`,
    columns: ['classes', 'log-lik.', 'par.', 'AIC', 'BIC', 'aBIC', 'entropy', 'smallest', 'top reached'],
    blrt: 'BLRT p',
    profile: (classes: number) => `Share with each answer, by class (${classes} classes):`,
    withErrors: (kind: string) => `95% intervals in brackets (${kind}).`,
    indicator: 'indicator',
    share: 'share',
    lowest: 'lowest BIC',
    fitting: (classes: number, share: string) => `${classes} classes: ${share}`,
    analysing: (classes: number, what: string, share: string) => `${classes} classes, ${what}: ${share}`,
    ratio: (
      nulls: number,
      classes: number,
      statistic: string,
      p: string,
      error: string,
      replicates: number,
    ) =>
      `${nulls} against ${classes} classes: 2 x difference of log-likelihood ${statistic}, ${p} (Monte Carlo error ${error}, ${replicates} samples)`,
    covariates: (classes: number, how: string) =>
      `Class by covariates, against class 1 (${classes} classes, ${how}):`,
    how: { 'one-step': 'one step', 'two-step': 'two steps', 'three-step': 'three steps' } as Readonly<
      Record<string, string>
    >,
    regression: ['term', 'class', 'log-odds', 's.e.', 'odds', '95%', 'p'],
    intercept: '(intercept)',
    wald: (name: string, statistic: string, df: number, p: string) =>
      `${name}: Wald chi-square ${statistic}, df = ${df}, ${p}`,
    distal: (name: string, classes: number) => `${name} by class (${classes} classes):`,
    means: ['class', 'share', 'mean', 's.e.', '95%'],
    proportions: ['class', 'share'],
    equal: (statistic: string, df: number, p: string) =>
      `Are the classes alike? Chi-square ${statistic}, df = ${df}, ${p}`,
    dropped: (n: number) =>
      n === 1 ? '1 respondent lacked a value here.' : `${n} respondents lacked a value here.`,
    written: (file: string) => `Written to ${file}.`,
    warnings: classNotes,
  },
  score: {
    scored: (n: string, classes: number, indicators: number) =>
      `${n} respondents placed in ${classes} classes by ${indicators} indicators.`,
    chosen: (classes: number) =>
      `The file holds several models; the one with ${classes} classes has the lowest BIC. Choose another with --classes.`,
    columns: ['class', 'respondents', 'share', 'sure', 'fairly sure', 'unsure'],
    people: ['row', 'class', 'probability', 'certainty', 'answered'],
    bands: { sure: 'sure', likely: 'fairly sure', unsure: 'unsure' },
    unlike: 'unlike anyone',
    unanswered: (n: string) => `respondents without any answer: ${n}; they get no class`,
    unlikeAnyone: (n: string) =>
      `respondents unlike anyone in the model: ${n}; every class rules out one of their answers, so do not lean on their class`,
    unknown: (name: string, value: string, rows: string, row: string) =>
      `${name}: ${value} is none of the model's answers (rows: ${rows}, the first is ${row}); taken as no answer`,
    more: (n: string) => `and ${n} more (all of them with --json or --out)`,
  },
  agreement: {
    head: (coders: string, texts: number, units: string, unit: string) =>
      `${coders}: ${texts === 1 ? '1 text' : `${texts} texts`}, ${units} ${unit}`,
    units: {
      characters: 'characters',
      sentences: 'sentences',
      turns: 'turns',
      excerpts: 'excerpts',
    } as Readonly<Record<string, string>>,
    code: 'code',
    overall: 'all codes',
    prevalence: 'prevalence',
    coefficients: {
      percent: 'percent',
      kappa: 'Cohen',
      fleiss: 'Fleiss',
      alpha: 'Krippendorff',
      ac1: 'AC1',
      unitized: 'unitized alpha',
    },
    intervals: (replicates: number) =>
      `In brackets 95% intervals: whole turns drawn anew ${replicates} times, from the 2.5th to the 97.5th percentile of those in which the figure could be told; none where that was fewer than half.`,
    untold:
      '–: cannot be told, because nobody or everybody was given the code, or no text was judged by two.',
    extreme:
      'Where a code is rare (prevalence below 0.05) or nearly everywhere, chance alone makes coders agree nearly always: a low Cohen, Fleiss or Krippendorff can then stand beside a high percentage. Look at the percentage, AC1 and the places themselves.',
    silent: (names: string) =>
      `Coded nothing in these texts, and is counted as having said no throughout: ${names}.`,
    blind: (names: string) =>
      `Still being coded blind: ${names}. Figures may change, and those who code should not see them yet.`,
  },
  codes: {
    columns: ['code', 'short', 'status', 'persons', 'passages'],
    statuses: { proposed: 'proposed', active: 'in use', retired: 'retired' },
    written: (file: string, n: number) =>
      `The coding manual of ${n} ${n === 1 ? 'code' : 'codes'} is in ${file}.`,
  },
  matrix: {
    persons: (n: number) => `${people(n)} with a coded text. Persons are counted, never passages.`,
    of: (n: number) => `of ${n}`,
  },
  retrieve: {
    who: (name: string, age: number | null) => (age === null ? name : `${name}, ${age} years`),
    mayNotPrint: 'may not be quoted yet: consent or masking is missing',
    sum: (shown: number, total: number, persons: number) =>
      total === 0
        ? 'No passage fits.'
        : `${shown < total ? `The first ${shown} of ` : ''}${total === 1 ? '1 passage' : `${total} passages`} from ${people(persons)}.`,
    written: (file: string, shown: number, total: number, persons: number) =>
      `${file}: ${shown < total ? `the first ${shown} of ` : ''}${total === 1 ? '1 passage' : `${total} passages`} from ${people(persons)}.`,
    withheld: (n: number) =>
      `The words of ${n} ${n === 1 ? 'passage' : 'passages'} were held back: consent does not cover them, or something in them is not masked.`,
  },
  report: {
    written: (file: string, excerpts: number, persons: number) =>
      `${file}: ${excerpts} excerpts from ${people(persons)}.`,
    withheld: (n: number) =>
      n === 1
        ? 'The gate held back 1 excerpt; the report says where, and why.'
        : `The gate held back ${n} excerpts; the report says where, and why.`,
  },
  audit: {
    none: (excerpts: number, persons: number) =>
      `Nothing to point at in ${excerpts} excerpts from ${people(persons)}.`,
    count: (n: number, excerpts: number, persons: number) =>
      `${n === 1 ? '1 finding' : `${n} findings`} in ${excerpts} excerpts from ${people(persons)}.`,
    severity: { error: 'error', warning: 'warning', note: 'note' },
    line: (line: number) => `line ${line}`,
  },
  compared: {
    unknownPerson: (name: string) => `${name} is quoted but is no participant of the study`,
    otherAge: (name: string, printed: number, known: number) =>
      `${name} is printed as ${printed} years; the study says ${known}`,
    notPrintable: (name: string) =>
      `${name} is quoted, but the consent does not allow it (withdrawn, not for quoting, or missing)`,
    otherWords: (name: string) =>
      `these words of ${name} do not stand in the study's transcripts as published`,
  },
};
