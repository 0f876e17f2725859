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
    'seen-by': 'det, denne koder må se, mens tekster kodes blindt: navn eller initialer',
    unveil:
      'det hele, for den, der leder undersøgelsen; ellers udelades det, der stadig kodes blindt, og det bliver fortalt',
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
    copy: {
      summary: 'Skriv en kopi af en undersøgelse, som en kollega kan arbejde i.',
      more: 'Undersøgelsen må gerne være åben. Intet overskrives. Kopien flettes ind igen med »bagom merge«.',
      options: {
        'with-key': 'tag nøglefilen med: den, der får kopien, kan se de rigtige navne',
        'without-media': 'lad importerede filer og optagelser blive her',
      },
      examples: ['bagom copy unge.bagom unge-bo.bagom'],
    },
    merge: {
      summary: 'Hent det ind, der er lavet i en kopi af en undersøgelse.',
      more: 'Ender med 1, når noget er rettet begge steder eller ikke kunne følge med. OTHER læses kun; en gang til ændrer intet.',
      options: {},
      examples: ['bagom merge unge.bagom unge-bo.bagom'],
    },
    conflicts: {
      summary: 'Vis det, som to flettede kopier er uenige om, og afgør det.',
      more: 'Uden --choose vises det, der ikke er afgjort; med --choose afgøres de numre, der er nævnt, eller alle åbne. Kan fortrydes og afgøres om. Ender med 1, så længe noget er åbent.',
      options: {
        choose:
          'ours: det, der blev beholdt; theirs: det andet; both: hvor en tekst er rettet i begge, en udgave med begges rettelser',
      },
      examples: ['bagom conflicts unge.bagom', 'bagom conflicts unge.bagom 2 --choose both'],
    },
    import: {
      summary: 'Læs spørgeskemaer, transskriptioner og udgivne rapporter ind i en undersøgelse.',
      more: 'Alle filerne eller ingen: intet ændres, når en af dem ikke kan læses.',
      options: {
        as: 'hvad filerne er; ellers ses det af indholdet',
        speaker:
          'et ord foran et kolon, som er en taler, selv om det kun står én gang; kan gives flere gange',
        'no-speaker': 'et ord foran et kolon, som ikke er en taler; kan gives flere gange',
        grammar:
          'hvordan transskriptioner viser, hvem der taler; ellers den måde, der forklarer mest af teksten',
        questionnaire:
          'spørgeskemaet til besvarelserne: LimeSurvey (.lss), REDCap (CSV), XLSForm (.xlsx) eller DDI (.xml)',
        'questionnaire-language': 'sproget i et spørgeskema på flere sprog; ellers undersøgelsens',
        'missing-codes': 'koder for intet svar i hele skemaet, som i REDCap: »-99, Ved ikke | UNK, Ukendt«',
        'keep-codes': 'lad svarkoder i bogstaver blive stående som tekst',
        replace:
          'filen er en rettet udgave af denne tekst (titel, pseudonym eller id): det, der står på den, følger med. Betyder `--as transcript`',
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
        'missing-codes': 'koder for intet svar i hele skemaet, som i REDCap: »-99, Ved ikke | UNK, Ukendt«',
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
      summary: 'Beregn latente klasser og det, der hviler på dem.',
      more: 'Data er undersøgelsens seneste spørgeskema eller en CSV-, SPSS- eller Stata-fil. Intet gemmes i undersøgelsen. Det, der bedes om, beregnes for hvert antal klasser.',
      options: {
        items:
          'indikatorer adskilt af komma; ellers undersøgelsens egne (i en fil: kolonner med 2 til 9 hele tal)',
        classes: 'antal klasser, der skal beregnes (1-6)',
        starts: 'tilfældige starter, der prøves (500)',
        seed: 'frø for alt tilfældigt (1)',
        missing: 'manglende svar: brug det, der er, eller udelad respondenten (fiml)',
        'missing-category': 'indikatorer, hvor »ved ikke« og lignende tæller som svar',
        ordinal: 'indikatorer, hvis svar er ordnede inden for klasserne',
        weights: 'variabel med vægtene; ellers undersøgelsens egen (i en fil: ingen)',
        strata: 'variabel med strata; ellers undersøgelsens egen',
        psu: 'variabel med udtræksenhederne; ellers undersøgelsens egen',
        fpc: 'variabel med antallet af enheder i stratummets befolkning',
        'lonely-psu': 'et stratum med én enhed (refuse)',
        errors:
          'standardfejl og intervaller for andele og sandsynligheder (linearised med --strata eller --psu, ellers ingen)',
        blrt: 'bootstrap-test mod én klasse færre, med så mange stikprøver',
        covariates:
          'det, klassen afhænger af; NAVN=VÆRDI er en variabel med kategorier, sammenlignet med VÆRDI',
        threestep: 'forklarende variable i tre trin, hvor fejlplaceringer rettes sådan; uden det i ét trin',
        assignment:
          'tre trin: placér folk i deres mest sandsynlige klasse, eller i hver efter sandsynlighed (modal)',
        distal: 'udfald, der sammenlignes mellem klasserne: gennemsnit af et tal, andele af kategorier',
        tol: 'gevinst i log-likelihood, hvor en start er fremme (1e-10)',
        threads: 'tråde, der deler arbejdet; resultatet er det samme (så mange, som der er kerner)',
        json: 'svar med én JSON-værdi; med FILE skrives den dér, til »bagom score«',
      },
      examples: [
        'bagom classes demo.bagom --classes 1-5',
        'bagom classes svar.csv --items q1,q2,q3,q4 --classes 2 --json model.json',
        'bagom classes survey.sav --items q1,q2,q3 --classes 3 --covariates alder,region=1 --threestep bch',
      ],
    },
    score: {
      summary: 'Placér nye personer i en models klasser.',
      more: 'MODEL er en fil, som »bagom classes --json FIL« har skrevet. Svarene findes på indikatorernes navne og placeres efter deres værdier.',
      options: {
        classes: 'modellen med så mange klasser; ellers den med lavest BIC',
        unknown: 'en værdi, modellen ikke kender: afvis data, eller tag den som intet svar (refuse)',
        out: 'skriv data med klasse, sandsynligheder og sikkerhed: .csv, .sav eller .dta',
        json: 'svar med én JSON-værdi; med FILE skrives den dér',
      },
      examples: [
        'bagom score model.json nye.csv --out placeret.sav',
        'bagom score model.json nye.sav --classes 3 --json',
      ],
    },
    codes: {
      summary: 'Vis kodebogen, eller udskriv den som kodemanual.',
      more: 'En person tælles én gang i en kode og i dem over den. Manualens eksempler er citater og går gennem slusen: samtykke, maskering, tilbagetrækning.',
      options: { out: 'kodemanual, der skrives: .docx, .html eller .txt' },
      examples: ['bagom codes demo.bagom --json', 'bagom codes demo.bagom --out manual.docx'],
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
    agreement: {
      summary: 'Sammenlign koderne: hvor enige de er, om hver kode og i alt.',
      more: 'En koder har taget stilling til en tekst, når koderen har kodet noget i den, eller den er i koderens stikprøve. Bootstrap trækker hele replikker. Tekster af folk, der har trukket sig, er ikke med.',
      options: {
        unit: 'det, der sammenlignes (characters); excerpts er de steder, nogen har kodet',
        coders: 'navne eller initialer med komma imellem; ellers alle, der har kodet',
        codes: 'stier til koderne med komma imellem; ellers dem, der er brugt i teksterne',
        under: 'en kode står også for alle under den; uden --codes de øverste koder',
        roles: 'kun disse replikker: interviewee, interviewer, other',
        sources:
          'titler på tekster, alle skulle kode: den, der intet har kodet, har sagt nej; ellers tekster, to har kodet',
        sample: 'navn på en stikprøve til dobbeltkodning: dens tekster, kodere og koder',
        replicates: 'antal gange, replikkerne trækkes om til 95 %-intervallerne (1000); 0: ingen intervaller',
        seed: 'lodtrækningens frø (1)',
      },
      examples: [
        'bagom agreement demo.bagom --unit sentences --under',
        'bagom agreement demo.bagom --codes Relationer/Ensomhed --json',
      ],
    },
    retrieve: {
      summary: 'Hent, hvad der blev sagt: tekststeder efter kode, gruppe, koder og ord.',
      more: 'Ordene gengives, som de må trykkes; ingen, der har trukket sig, er med. En kode gælder også alt under den.',
      options: {
        code: 'kodens sti, fx Relationer/Ensomhed; kan gives flere gange: så mindst én af dem',
        where: 'kun personer med denne værdi, fx phase=voksne; kan gives flere gange',
        coder: 'kun hvad denne koder har kodet: navn eller initialer',
        text: 'kun tekststeder med disse ord, i alle bøjninger; en vending, præcis som den står, i citationstegn, ensom* for en begyndelse',
        limit: 'de første N tekststeder; ellers 20 på skærmen og alle i en fil eller som JSON',
        out: 'fil, der skrives: .csv, .docx eller .html',
      },
      examples: [
        'bagom retrieve demo.bagom --code Relationer/Ensomhed --where phase=voksne',
        'bagom retrieve demo.bagom --code Ønsker --text værksted --out ønsker.docx',
      ],
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
