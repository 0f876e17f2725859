/** The help in English. Commands and options are those of `src/commands`; a test compares them. */
export const help = {
  about: 'Bagom carries one mixed-method study from survey to report.',
  usage: 'usage',
  commandAndOptions: 'COMMAND [options]',
  optionsWord: 'options',
  options: 'options',
  example: 'example',
  more: '"bagom COMMAND --help" tells of one command. "bagom --version" gives the version.',
  shared: {
    lang: 'language of the answer; else the system’s',
    help: 'show this help',
    'seen-by': 'what this coder may see while texts are coded blind: name or initials',
    unveil:
      'all of it, for the one who leads the study; else what is still coded blind is left out, and told',
    json: 'answer with one JSON value',
  },
  commands: {
    start: {
      summary: 'Open a study in the browser.',
      more: 'Without STUDY it is the demo study in BAGOM_HOME (else the folder Bagom at home), made if it is not there.',
      options: { port: 'port to listen on; else a free one', 'no-open': 'do not open the browser' },
      examples: ['bagom start', 'bagom start unge.bagom --port 4173 --no-open'],
    },
    new: {
      summary: 'Create an empty study.',
      more: 'STUDY is a file, with or without .bagom, or a postgres:// address. Nothing is overwritten.',
      options: { title: 'title of the study; else the name of the file' },
      examples: ['bagom new unge.bagom --title "Unge uden for fællesskabet"'],
    },
    demo: {
      summary: 'Make the demo study.',
      more: 'An invented study with everything in it: a survey, interviews, codings, claims and a report.',
      options: {},
      examples: ['bagom demo demo.bagom'],
    },
    info: {
      summary: 'Tell how much of everything a study holds.',
      more: '',
      options: {},
      examples: ['bagom info demo.bagom --json'],
    },
    check: {
      summary: 'Check that a study is whole.',
      more: 'The chain of operations is read again from the first, and every row and span is compared with it.',
      options: {},
      examples: ['bagom check demo.bagom'],
    },
    copy: {
      summary: 'Write a copy of a study for a colleague to work in.',
      more: 'The study may be open. Nothing is overwritten. The copy is merged again with "bagom merge".',
      options: {
        'with-key': 'take the key file along: whoever gets the copy can see the true names',
        'without-media': 'leave imported files and recordings here',
      },
      examples: ['bagom copy unge.bagom unge-bo.bagom'],
    },
    merge: {
      summary: 'Take in what was done in a copy of a study.',
      more: 'Ends with 1 when something was changed in both or could not be carried along. OTHER is only read; the same again changes nothing.',
      options: {},
      examples: ['bagom merge unge.bagom unge-bo.bagom'],
    },
    conflicts: {
      summary: 'Show what two merged copies disagree on, and settle it.',
      more: 'Without --choose what is not settled is shown; with --choose the numbers named are settled, or all open ones. It can be undone and settled anew. Ends with 1 as long as something is open.',
      options: {
        choose:
          'ours: what was kept; theirs: the other; both: where a text was corrected in both, a version with the corrections of both',
      },
      examples: ['bagom conflicts unge.bagom', 'bagom conflicts unge.bagom 2 --choose both'],
    },
    import: {
      summary: 'Read surveys, transcripts and published reports into a study.',
      more: 'All of the files or none: nothing is changed when one of them cannot be read.',
      options: {
        as: 'what the files are; else it is seen from their content',
        speaker: 'a word before a colon that is a speaker though it comes once; may be given again',
        'no-speaker': 'a word before a colon that is no speaker; may be given again',
        grammar: 'how transcripts say who speaks; else the way that explains most of the text',
        questionnaire:
          'the questionnaire of the answers: LimeSurvey (.lss), REDCap (CSV), XLSForm (.xlsx) or DDI (.xml)',
        'questionnaire-language': 'the language of a questionnaire in several; else the study’s',
        'missing-codes':
          'codes for no answer in the whole survey, as in REDCap: "-99, Don’t know | UNK, Unknown"',
        'keep-codes': 'leave answer codes in letters as text',
        replace:
          'the file is a corrected version of this text (title, pseudonym or id): what stands on it follows. Means `--as transcript`',
        'dry-run': 'read and tell, but change nothing',
      },
      examples: [
        'bagom import unge.bagom interview-01.docx interview-02.txt',
        'bagom import vive.bagom report.txt --as report',
        'bagom import unge.bagom answers.csv --questionnaire survey.lss',
      ],
    },
    survey: {
      summary: 'Show the variables of a survey, or write it as a file.',
      more: 'The data are a wave of a study, or a CSV, SPSS or Stata file. A file that is written holds what respondents answered and has passed no gate.',
      options: {
        wave: 'the wave, where there are several; else the latest',
        questionnaire:
          'the questionnaire of the answers: LimeSurvey (.lss), REDCap (CSV), XLSForm (.xlsx) or DDI (.xml)',
        'questionnaire-language': 'the language of a questionnaire in several; else the study’s',
        'missing-codes':
          'codes for no answer in the whole survey, as in REDCap: "-99, Don’t know | UNK, Unknown"',
        'keep-codes': 'leave answer codes in letters as text',
        save: 'keep the questionnaire’s words in the study; else they are only shown',
        out: 'file to write: .sav, .dta, .csv or .xml (a DDI codebook without answers)',
        model: 'the class model whose classes and probabilities are added; "chosen" is the one in use',
        respondents: 'include respondent numbers; else they are left out',
        'without-texts': 'leave out variables of text',
        excel: 'write CSV as Excel opens it in Danish',
      },
      examples: [
        'bagom survey answers.csv --questionnaire survey.lss --out answers.sav',
        'bagom survey demo.bagom --model chosen --out classes.dta',
      ],
    },
    classes: {
      summary: 'Fit latent class models, and work out what rests on them.',
      more: 'The data are the latest survey of a study, or a CSV, SPSS or Stata file. Nothing is saved in the study. What is asked for is worked out for every number of classes.',
      options: {
        items:
          'indicators, separated by commas; else the study’s own (of a file: columns of 2 to 9 whole numbers)',
        classes: 'numbers of classes to fit (1-6)',
        starts: 'random starts to screen (500)',
        seed: 'seed of everything random (1)',
        missing: 'missing answers: use what is there, or leave the respondent out (fiml)',
        'missing-category': 'indicators whose "don’t know" and the like count as answers',
        ordinal: 'indicators whose answers are ordered within classes',
        weights: 'variable that holds the weights; else the study’s own (of a file: none)',
        strata: 'variable that holds the strata; else the study’s own',
        psu: 'variable that holds the sampling units; else the study’s own',
        fpc: 'variable that holds the number of units in the population of a stratum',
        'lonely-psu': 'a stratum with a single unit (refuse)',
        errors:
          'standard errors and intervals of shares and probabilities (linearised with --strata or --psu, else none)',
        blrt: 'bootstrap likelihood ratio test of one class fewer, with so many samples',
        covariates: 'what the class depends on; NAME=VALUE is a variable of categories, compared with VALUE',
        threestep: 'covariates in three steps, wrong placements undone so; without it in one step',
        assignment:
          'three steps: place people in their likeliest class, or in each by its probability (modal)',
        distal: 'outcome to compare between classes: means of a number, shares of categories',
        tol: 'gain in log-likelihood at which a start has arrived (1e-10)',
        threads: 'threads that share the work; the result does not change (as many as there are cores)',
        json: 'answer with one JSON value; with FILE write it there, for "bagom score"',
      },
      examples: [
        'bagom classes demo.bagom --classes 1-5',
        'bagom classes answers.csv --items q1,q2,q3,q4 --classes 2 --json model.json',
        'bagom classes survey.sav --items q1,q2,q3 --classes 3 --covariates age,region=1 --threestep bch',
      ],
    },
    score: {
      summary: 'Place new people in the classes of a model.',
      more: 'MODEL is a file that "bagom classes --json FILE" wrote. Answers are found by the indicators’ names and placed by their values.',
      options: {
        classes: 'the model with so many classes; else the one with the lowest BIC',
        unknown: 'a value that the model does not know: refuse the data, or take it as no answer (refuse)',
        out: 'write the data with class, probabilities and certainty: .csv, .sav or .dta',
        json: 'answer with one JSON value; with FILE write it there',
      },
      examples: [
        'bagom score model.json new.csv --out placed.sav',
        'bagom score model.json new.sav --classes 3 --json',
      ],
    },
    codes: {
      summary: 'List the codebook, or print it as the coding manual.',
      more: 'Persons are counted once in a code and in those above it. Examples in the manual are quotes and pass the gate: consent, masking, withdrawal.',
      options: { out: 'coding manual to write: .docx, .html or .txt' },
      examples: ['bagom codes demo.bagom --json', 'bagom codes demo.bagom --out manual.docx'],
    },
    matrix: {
      summary: 'Count persons by two axes.',
      more: 'A person stands in every code that they, or a code under it, were coded with.',
      options: {
        rows: 'rows (code)',
        cols: 'columns (phase)',
        codes: 'paths of the codes to show, separated by commas; else the top codes',
        where: 'only persons with this value, such as phase=adult; may be given more than once',
      },
      examples: ['bagom matrix demo.bagom --codes Ønsker,Barrierer --cols complexity --where phase=young'],
    },
    agreement: {
      summary: 'Compare those who coded: how far they agree, on each code and over all.',
      more: 'A coder judged a text who coded anything in it, or whose sample it is in. Bootstrap draws whole turns. Texts of people who withdrew are left out.',
      options: {
        unit: 'what is compared (characters); excerpts are the stretches that anybody coded',
        coders: 'names or initials, separated by commas; else all who coded',
        codes: 'paths of the codes, separated by commas; else those used in the texts',
        under: 'a code stands for all under it; without --codes the top codes',
        roles: 'only these turns: interviewee, interviewer, other',
        sources:
          'titles of texts that all were to code: who coded nothing said no; else texts that two coded',
        sample: 'name of a sample drawn for double coding: its texts, coders and codes',
        replicates: 'times the turns are drawn anew for the 95% intervals (1000); 0: no intervals',
        seed: 'seed of the drawing (1)',
      },
      examples: [
        'bagom agreement demo.bagom --unit sentences --under',
        'bagom agreement demo.bagom --codes Relationer/Ensomhed --json',
      ],
    },
    retrieve: {
      summary: 'Take out what was said: passages by code, group, coder and words.',
      more: 'Words are given as they may be printed; nobody who withdrew is among them. A code stands for all under it as well.',
      options: {
        code: 'path of a code, such as Relationer/Ensomhed; may be given more than once: then either',
        where:
          'only persons with this value, such as phase=voksne or phase=adult; may be given more than once',
        coder: 'only what this coder coded: name or initials',
        text: 'only passages with these words, in all inflections; a phrase just as it stands in quotes, ensom* for a beginning',
        limit: 'the first N passages; else 20 on the screen, and all in a file or as JSON',
        out: 'file to write: .csv, .docx or .html',
      },
      examples: [
        'bagom retrieve demo.bagom --code Relationer/Ensomhed --where phase=voksne',
        'bagom retrieve demo.bagom --code Ønsker --text værksted --out ønsker.docx',
      ],
    },
    report: {
      summary: 'Print the report of a study.',
      more: 'Every quote passes the gate: consent, masking, withdrawal. What it holds back is told.',
      options: { out: 'file to write: .html, .docx or .txt' },
      examples: ['bagom report demo.bagom --out report.docx'],
    },
    audit: {
      summary: 'Read a finished report critically.',
      more: 'FILE is a report as text or Word, or a study whose own report is read. Ends with 1 when there is something to point at.',
      options: { study: 'study to compare with: persons, ages, consent and words of every excerpt' },
      examples: ['bagom audit report.txt', 'bagom audit report.docx --study demo.bagom --json'],
    },
  },
};
