import type { help as en } from './en.js';

/** Hjælpen på dansk. */
export const help: typeof en = {
  about: 'Bagom bærer én undersøgelse med blandede metoder fra spørgeskema til rapport.',
  usage: 'brug',
  commandAndOptions: 'KOMMANDO [valg]',
  optionsWord: 'valg',
  options: 'valg',
  example: 'eksempel',
  more: '»bagom KOMMANDO --help« fortæller om én kommando. »bagom --version« giver udgaven.',
  shared: {
    lang: 'svarets sprog; ellers systemets',
    help: 'vis denne hjælp',
    json: 'svar med én JSON-værdi',
  },
  commands: {
    start: {
      summary: 'Åbn en undersøgelse i browseren.',
      more: 'Uden STUDY er det demoundersøgelsen i BAGOM_HOME (ellers mappen Bagom derhjemme); den laves, hvis den mangler.',
      options: { port: 'port at lytte på; ellers en ledig', 'no-open': 'åbn ikke browseren' },
      examples: ['bagom start', 'bagom start unge.bagom --port 4173 --no-open'],
    },
    new: {
      summary: 'Opret en tom undersøgelse.',
      more: 'STUDY er en fil, med eller uden .bagom, eller en postgres://-adresse. Intet bliver overskrevet.',
      options: { title: 'undersøgelsens titel; ellers filens navn' },
      examples: ['bagom new unge.bagom --title "Unge uden for fællesskabet"'],
    },
    demo: {
      summary: 'Lav demoundersøgelsen.',
      more: 'En opdigtet undersøgelse med det hele: spørgeskema, interview, kodninger, påstande og rapport.',
      options: {},
      examples: ['bagom demo demo.bagom'],
    },
    info: {
      summary: 'Fortæl, hvor meget en undersøgelse rummer af hver slags.',
      more: '',
      options: {},
      examples: ['bagom info demo.bagom --json'],
    },
    check: {
      summary: 'Se efter, om en undersøgelse er hel.',
      more: 'Ændringernes kæde læses om fra den første, og hver række og hvert tekststed sammenlignes med den.',
      options: {},
      examples: ['bagom check demo.bagom'],
    },
    import: {
      summary: 'Læs spørgeskemaer, transskriptioner og udgivne rapporter ind i en undersøgelse.',
      more: 'Alle filerne eller ingen: intet ændres, når en af dem ikke kan læses.',
      options: {
        as: 'hvad filerne er; ellers ses det af indholdet',
        questionnaire:
          'spørgeskemaet til besvarelserne: LimeSurvey (.lss), REDCap (CSV), XLSForm (.xlsx) eller DDI (.xml)',
        'questionnaire-language': 'sproget i et spørgeskema på flere sprog; ellers undersøgelsens',
        'keep-codes': 'lad svarkoder i bogstaver blive stående som tekst',
        'dry-run': 'læs og fortæl, men ændr intet',
      },
      examples: [
        'bagom import unge.bagom interview-01.docx interview-02.txt',
        'bagom import vive.bagom rapport.txt --as report',
        'bagom import unge.bagom svar.csv --questionnaire skema.lss',
      ],
    },
    survey: {
      summary: 'Vis variablerne i en spørgeskemaundersøgelse, eller skriv den som en fil.',
      more: 'Data er en måling i undersøgelsen eller en CSV-, SPSS- eller Stata-fil. En fil, der skrives, indeholder respondenternes svar og har ikke været gennem nogen kontrol.',
      options: {
        wave: 'målingen, når der er flere; ellers den nyeste',
        questionnaire:
          'spørgeskemaet til svarene: LimeSurvey (.lss), REDCap (CSV), XLSForm (.xlsx) eller DDI (.xml)',
        'questionnaire-language': 'sproget i et spørgeskema på flere sprog; ellers undersøgelsens',
        'keep-codes': 'lad svarkoder i bogstaver blive stående som tekst',
        save: 'gem spørgeskemaets ord i undersøgelsen; ellers vises de kun',
        out: 'fil, der skrives: .sav, .dta, .csv eller .xml (DDI-kodebog uden svar)',
        model: 'klassemodellen, hvis klasser og sandsynligheder skrives med; »chosen« er den valgte',
        respondents: 'tag respondentnumre med; ellers udelades de',
        'without-texts': 'udelad variable med tekst',
        excel: 'skriv CSV, som dansk Excel åbner den',
      },
      examples: [
        'bagom survey svar.csv --questionnaire skema.lss --out svar.sav',
        'bagom survey demo.bagom --model chosen --out klasser.dta',
      ],
    },
    classes: {
      summary: 'Beregn latente klasser.',
      more: 'Data er undersøgelsens spørgeskema eller en CSV-, SPSS- eller Stata-fil. Intet gemmes; vælg en model på siden.',
      options: {
        items: 'indikatorer med komma imellem; ellers undersøgelsens egne',
        classes: 'antal klasser, der beregnes (1-6)',
        starts: 'tilfældige starter, der prøves (500)',
        seed: 'frø til de tilfældige starter (1)',
        missing: 'manglende svar: brug det, der er, eller udelad respondenten (fiml)',
        weights: 'variablen med vægte; ellers undersøgelsens egen',
        tol: 'den fremgang i log-likelihood, hvor en start er fremme (1e-10)',
        threads: 'tråde, der deles om starterne; resultatet er det samme (lige så mange som kerner)',
      },
      examples: [
        'bagom classes demo.bagom --classes 1-5',
        'bagom classes svar.csv --items q1,q2,q3,q4 --classes 2 --json',
      ],
    },
    matrix: {
      summary: 'Tæl personer efter to akser.',
      more: 'En person står i hver kode, som personen eller en kode derunder er kodet med.',
      options: {
        rows: 'rækker (code)',
        cols: 'kolonner (phase)',
        codes: 'stier til de koder, der vises, med komma imellem; ellers de øverste',
        where: 'kun personer med denne værdi, fx phase=adult; kan gentages',
      },
      examples: ['bagom matrix demo.bagom --codes Ønsker,Barrierer --cols complexity --where phase=young'],
    },
    report: {
      summary: 'Udskriv en undersøgelses rapport.',
      more: 'Hvert citat går gennem slusen: samtykke, maskering, tilbagetrækning. Det, der holdes tilbage, bliver fortalt.',
      options: { out: 'fil, der skrives: .html, .docx eller .txt' },
      examples: ['bagom report demo.bagom --out rapport.docx'],
    },
    audit: {
      summary: 'Læs en færdig rapport kritisk.',
      more: 'FILE er en rapport som tekst eller Word, eller en undersøgelse, hvis egen rapport læses. Slutter med 1, når der er noget at pege på.',
      options: { study: 'undersøgelse at sammenligne med: personer, aldre, samtykke og ord i hvert uddrag' },
      examples: ['bagom audit rapport.txt', 'bagom audit rapport.docx --study demo.bagom --json'],
    },
  },
};
