type Figure = (key: string, digits?: number) => string;

/** Fitting and judging latent class models: choosing, trusting, explaining, writing up. */
export const judging = {
  kinds: {
    'standard-errors': 'Standardfejl',
    'likelihood-ratio': 'BLRT',
    residuals: 'Bivariate residualer',
    covariates: 'Kovariater',
    distal: 'Udfald',
    waves: 'Målinger',
  },
  run: 'Beregn',
  runAgain: 'Beregn igen',
  runs: 'Beregner …',
  compute: 'Beregn',
  notRun: 'ikke beregnet',
  interval: (low: string, high: string) => `${low} til ${high}`,
  intervalOf: (level: string) => `${level}-interval`,
  se: 'Standardfejl',
  class: 'Klasse',
  share: 'Andel',
  means: 'Hvad det betyder',
  dfShort: 'df',

  startsHint:
    'Starterne er af to slags: halvdelen begynder med tilfældige svarsandsynligheder, halvdelen med at fordele folk tilfældigt på klasser. Hver slags finder løsninger, den anden overser. De 30 bedste og ti andre, spredt jævnt over resten, regnes færdige.',
  fewStarts:
    'Med færre end 100 starter overses den bedste løsning let. Brug kun så få til at prøve sig frem.',
  moreSettings: 'Flere indstillinger',
  tolerance: 'Regn, til log-likelihood vokser mindre end',
  tolerances: {
    '0.000001': '10⁻⁶, hurtigst',
    '1e-8': '10⁻⁸',
    '1e-10': '10⁻¹⁰, det sædvanlige',
    '1e-12': '10⁻¹², strengest',
  },
  useDesign: 'Tag hensyn til stikprøvens lag og klynger i standardfejlene',
  time: {
    moment: 'Tager et øjeblik',
    seconds: (n: string) => `Tager omkring ${n} sekunder`,
    minutes: (n: string) => `Tager omkring ${n} min.`,
  },
  answerCount: { one: 'svar', other: 'svar' },
  scaleOf: (name: string) => `Skala for ${name}`,
  scales: { nominal: 'nominel', ordinal: 'ordnet' },
  scaleHint:
    'Nominel: hver klasse har sin egen sandsynlighed for hvert svar. Ordnet: klasserne adskiller sig kun i, hvor højt på skalaen de svarer (logit mellem nabosvar); det kræver færre parametre.',
  manyAnswers: 'over 30 svar',
  userMissing: (n: string, of: string) => `»Ved ikke« og lignende som svar: ${n} af ${of} indikatorer`,
  userMissingHint:
    'Ellers tæller de som manglende svar. Sæt kryds, hvor det at svare sådan i sig selv siger noget om personen.',
  answerN: (label: string, n: string) => `${label} (${n})`,

  enumerationLead:
    'Ingen af tallene afgør antallet alene. Se, hvor kriterierne er lavest, og hvor de holder op med at falde ret meget; om den mindste klasse er stor nok; og om den ekstra klasse siger noget, fagfolk kan genkende. Se altid profilen, før du vælger.',
  criteriaTable: 'Kriterier. Lavere er bedre; det laveste i hver kolonne er fremhævet',
  sizesTable: 'Klasser og søgning',
  criterion: { bic: 'BIC', abic: 'aBIC', caic: 'CAIC', aic: 'AIC', aic3: 'AIC3', icl: 'ICL' },
  loglik: 'LL',
  npar: 'Par.',
  showModel: (name: string) => `Vis modellen med ${name}`,
  shareAndN: (share: string, n: string) => `${share} (${n})`,
  perPerson: 'Par. pr. person i mindste klasse',
  perPersonMeans:
    'Frie svarsandsynligheder i den mindste klasse delt med dens personer. Over 0,2 er der færre end fem personer bag hvert tal i dens profil.',
  reached: 'Nået af',
  ofFinished: (hits: string, finished: string) => `${hits} af ${finished}`,
  df: 'Frihedsgrader',
  dfTable: 'df (Mplus)',
  dfCases: 'df (poLCA)',
  dfMeans:
    'To konventioner: celler − 1 − parametre (Mplus og Latent GOLD), og det mindste af antal personer og celler − 1, minus parametre (poLCA). Skriv, hvilken du bruger.',
  entropyMeans:
    'Siger kun, hvor sikkert personer kan placeres i klasserne (0 til 1). Den er ikke en grund til at vælge et antal: flere klasser kan sagtens give højere entropi og en dårligere model.',
  minimum: (criteria: string, classes: string) => `${criteria} ved ${classes}`,
  criteriaCaption: (minima: string) =>
    `Kriterierne efter antal klasser, hvert på sin egen skala. Lavest: ${minima}. BIC er det sædvanlige første valg; AIC vælger ofte for mange klasser, ICL ofte for få.`,
  lowestTable: 'Hvor kriterierne er lavest',
  lowestHere: 'Lavest her',
  blrt: 'Er der brug for en klasse mere? (BLRT)',
  blrtLead:
    'Bootstrap-likelihood-ratio-testen trækker nye stikprøver af modellen med en klasse færre og ser, hvor ofte en ekstra klasse forbedrer lige så meget der. En lille p taler for den ekstra klasse. I store undersøgelser kan den blive ved med at gøre det.',
  blrtWeighted:
    'Modellerne er vægtet, og så findes testen ikke: den trækker personer, og vægtet likelihood er ikke personers. Beregn de samme modeller uden vægt for at få testen, og sammenhold med BIC.',
  samples: 'Stikprøver',
  samplesHint: (error: string) => `Ved p = 0,05 giver det en Monte Carlo-fejl på ${error}.`,
  step: 'Skridt',
  stepOf: (from: string, to: string) => `${from} mod ${to}`,
  runStep: (from: string, to: string) => `Beregn BLRT for ${from} mod ${to} klasser`,
  ratio: '2 × forskel i LL',
  monteCarlo: 'Monte Carlo-fejl',
  stepSupported: (from: string, to: string) => `${to} klasser passer bedre end ${from}.`,
  stepNotSupported: (from: string, to: string) =>
    `${to} klasser passer ikke bedre end ${from}, end tilfældet kan forklare.`,
  stepUnsure: 'For tæt på 0,05 til at afgøre; brug flere stikprøver.',

  choice: 'Dit valg',
  choiceLead:
    'Skriv, hvorfor det er denne model: kriterier, klassernes størrelse, og at de kan forstås. Det kommer i metodeafsnittet.',
  reason: (name: string) => `Hvorfor »${name}«?`,
  reasonHint: 'Skriv hele sætninger; de trykkes, som de står.',
  chooseAnyway:
    'Jeg ved, at modellens andele og sandsynligheder ikke er bestemt af data, og vil alligevel bruge den.',

  states: { good: 'I orden', mind: 'Husk', bad: 'Galt' },
  checks: {
    identified: (rank: string, npar: string) =>
      `Modellen er identificeret: data kan bestemme alle ${npar} parametre (rang ${rank}).`,
    notIdentified: (rank: string, npar: string) =>
      `Modellen er ikke identificeret: data kan kun bestemme ${rank} af ${npar} parametre.`,
    notIdentifiedAct:
      'Andele og sandsynligheder kunne lige så godt have været andre og må ikke bruges, heller ikke selv om starterne er enige. Vælg færre klasser, eller tag flere indikatorer med.',
    converged: 'Beregningen blev færdig.',
    notConverged: 'Beregningen blev ikke færdig.',
    notConvergedAct: 'Brug ikke tallene. Beregn igen med færre klasser eller indikatorer.',
    replicated: (hits: string, finished: string) =>
      `Den bedste løsning blev nået af ${hits} af ${finished} starter.`,
    fewHits: (hits: string, finished: string) =>
      `Kun ${hits} af ${finished} starter nåede den bedste løsning.`,
    fewHitsAct: (missed: string) =>
      `Der kan findes en bedre, som ingen start ramte; risikoen for at have overset en, der er lige så let at finde, er ${missed}. Beregn igen med flere starter; bliver det ved, så vælg færre klasser.`,
    starts: (starts: string) => `Der blev søgt fra ${starts} starter.`,
    fewStarts: (starts: string) => `Der blev kun søgt fra ${starts} starter.`,
    fewStartsAct: (enough: string) => `Beregn igen med mindst ${enough}, før noget skal trykkes.`,
    spread: (spread: string) =>
      `De starter, der er enige om likelihood, er også enige om tallene (forskel højst ${spread}).`,
    wideSpread: (spread: string) =>
      `Starter med samme likelihood giver tal, der afviger med op til ${spread}.`,
    wideSpreadAct:
      'Profilen er ikke entydig: flere forskellige svar på opgaven er lige gode. Vælg færre klasser, eller tag flere indikatorer med.',
    rival: (gap: string, distance: string) =>
      `En anden løsning ligger kun ${gap} lavere i log-likelihood, og dens profil afviger med op til ${distance}.`,
    rivalAct:
      'Data kan dårligt vælge mellem de to. Lad fortolkningen gøre det, og skriv det, hvor tallene bringes.',
    weights: (n: string, effective: string) =>
      `Vægtene er så ujævne, at ${n} respondenter kun siger lige så meget som ${effective} med ens vægt.`,
    weightsAct: 'Overvej at afkorte de største vægte.',
    patterns: (classes: string, patterns: string) =>
      `Modellen har ${classes} klasser, men der er kun ${patterns} forskellige svarsæt.`,
    emptyClass: (name: string) => `${name} er tom.`,
    emptyClassAct: 'Vælg en model med færre klasser.',
    smallest: (name: string, people: string, perPerson: string) =>
      `Den mindste klasse, ${name}, svarer til ${people}, med ${perPerson} parametre pr. person.`,
    smallestAct:
      'Så få gør dens profil usikker. Se på intervallerne, og overvej færre klasser eller færre indikatorer.',
    noBoundary: 'Ingen sandsynlighed er estimeret til 0 eller 1.',
    boundary: (count: string) =>
      `${count} ${count === '1' ? 'sandsynlighed' : 'sandsynligheder'} er estimeret til præcis 0.`,
    boundaryAct:
      'Det svar forekommer ikke i klassen i disse data. Det er ikke galt i sig selv, men sådan et tal har ingen standardfejl. Se listen nedenfor.',
    notSparse: 'Der er personer nok i krydstabellen til, at G² og X² kan bruges.',
    sparse: 'Krydstabellen over alle indikatorer er for tynd til G² og X².',
    sparseAct: 'Brug dem ikke som test, og se i stedet på de bivariate residualer.',
    residuals: (pairs: string) => `Ingen af ${pairs} par indikatorer har et residual over 4.`,
    largeResiduals: (large: string, pairs: string) =>
      `${large} af ${pairs} par indikatorer har mere til fælles, end klasserne forklarer.`,
    largeResidualsAct:
      'Se, om de spørger om det samme. Slå dem i så fald sammen, eller udelad den ene; ellers prøv en klasse mere.',
    unused: (category: string, name: string) => `Svaret ${category} på ${name} er ikke givet af nogen.`,
    unusedAct: 'Det tæller ikke med. Ret værdilisten under Spørgeskema, hvis det undrer.',
  },
  search: 'Søgningen',
  searchLead: (starts: string, finished: string) =>
    `${starts} starter af to slags, hvoraf de ${finished} bedste blev regnet færdige. Den løsning, flest starter finder, er ikke nødvendigvis den bedste.`,
  distance: 'Største afvigelse fra den bedste',
  shareOfStarts: 'Andel af starterne',
  boundaryTitle: 'Svar, som ingen i klassen giver',
  boundaryLead: 'Sandsynligheden er estimeret til 0.',
  neverIn: 'Aldrig i',
  residuals: 'Hvad klasserne ikke forklarer',
  residualsLead:
    'Inden for en klasse skulle to indikatorer ikke længere følges ad. Det bivariate residual siger, hvor meget de gør det alligevel; over omkring 4 er det værd at se på.',
  residualsTable: (n: string) => `De ${n} største residualer`,
  pair: 'Par',
  and: 'og',
  bvr: 'Residual',
  bootstrapP: 'Bootstrap-p',
  residualSamplesHint: '0: kun residualer, ingen p.',
  allPairs: 'Beregn alle par',
  mapCaption:
    'Bivariate residualer for alle par. Tallene foroven er indikatorernes numre; residualer over 4 er skrevet i feltet.',
  notReadable: 'Modellen er ikke identificeret',
  notReadableWhy: (rank: string, npar: string) =>
    `Data kan kun bestemme ${rank} af ${npar} parametre. Modellens tal kunne lige så godt have været andre: brug dem ikke. Vælg færre klasser, eller beregn med flere indikatorer.`,
  notSettled: 'Beregningen blev ikke færdig',
  showAnyway: 'Vis tallene alligevel',

  explain: 'Hvad vil du vide?',
  keptAnalyses: 'Beregninger',
  removeAnalysis: 'Fjern beregningen',
  errorsLead:
    'Hvor meget andele og sandsynligheder kan være ved siden af, når de er beregnet på en stikprøve.',
  estimator: 'Beregnet ved',
  replicates: 'Gentagelser',
  errorKinds: {
    observed: 'Observeret information',
    bhhh: 'BHHH (som poLCA)',
    sandwich: 'Sandwich (MLR i Mplus)',
    linearised: 'Taylor efter designet',
    'replicate-weights': 'Replikatvægte',
    jackknife: 'Jackknife over enheder',
    bootstrap: 'Bootstrap',
    'parametric-bootstrap': 'Parametrisk bootstrap',
  },
  errorHints: {
    observed: 'Den klassiske: rigtig, når modellen er, og uden vægte.',
    bhhh: 'Af personernes bidrag til scoren. Til sammenligning med poLCA.',
    sandwich: 'Robust over for, at modellen ikke passer helt. Det, Mplus skriver som standard (MLR).',
    linearised: 'Tager højde for vægte, lag og klynger.',
    'replicate-weights': 'Modellen beregnes igen med hver af målingens replikatvægte.',
    jackknife: 'Modellen beregnes igen uden hver enhed i stikprøven.',
    bootstrap: 'Modellen beregnes igen på gentrukne personer; klasserne matches til modellens hver gang.',
    'parametric-bootstrap':
      'Modellen beregnes igen på data trukket af modellen selv; klasserne matches til modellens hver gang.',
  },
  noErrors: 'Der er ikke beregnet standardfejl endnu. Uden dem kan profilen ikke tegnes med intervaller.',
  errorsFacts: (kind: string, level: string, weighted: string, n: string) =>
    `${kind}, ${level}-intervaller på logitskalaen; ${weighted}; n = ${n}.`,
  scaling: (figure: string) => `Skaleringsfaktor for log-likelihood: ${figure}.`,
  errorsDf: (df: string) => `Intervallerne bygger på ${df} frihedsgrader.`,
  sharesCaption: (level: string) => `Klassernes andele med ${level}-intervaller.`,
  probsTable: (level: string) => `Sandsynligheden for hvert svar, ± standardfejl og ${level}-interval`,
  onBoundary: 'på grænsen',

  covariatesLead:
    'Hvem hører til hvilken klasse? Klasserne sættes i forhold til det, der ellers er spurgt om, uden at profilen ændres (undtagen i ét trin).',
  findCovariate: 'Find en kovariat',
  more: (n: string) => `og ${n} mere; søg for at finde dem`,
  noneFound: 'Ingen fundet.',
  takeAway: (name: string) => `Fjern ${name}`,
  asOf: (name: string) => `${name} indgår som`,
  numeric: 'tal',
  categorical: 'grupper',
  referenceOf: (name: string) => `Reference for ${name}`,
  against: (label: string) => `mod ${label}`,
  method: 'Metode',
  methods: {
    'three-step-ml': 'Tre trin, ML (Vermunt)',
    'three-step-bch': 'Tre trin, BCH',
    'three-step-none': 'Tre trin uden korrektion',
    'two-step': 'To trin (Bakk & Kuha)',
    'one-step': 'Ét trin',
  },
  methodHints: {
    'three-step-ml':
      'Personer placeres i klasser, og der regnes tilbage for, at nogle er placeret forkert. Klasserne bliver, som de er. Svarer til R3STEP i Mplus.',
    'three-step-bch':
      'Som ML, men med vægte i stedet for en model for fejlplaceringen. Tåler mere, men kan give negative vægte.',
    'three-step-none':
      'Som om alle var placeret rigtigt. Sammenhængene bliver for svage; kun til at se, hvad korrektionen betyder.',
    'two-step':
      'Svarsandsynlighederne holdes fast, og sammenhængen estimeres på svarene selv. Kræver ingen placering.',
    'one-step':
      'Alt estimeres på én gang. Kan flytte klasserne, når kovariaterne kommer ind; det står ved resultatet, hvor meget.',
  },
  placing: 'Placering',
  modal: 'i den mest sandsynlige',
  proportional: 'efter sandsynlighed',
  referenceClass: 'Referenceklasse',
  noCovariates: 'Der er ikke regnet med kovariater endnu. Vælg en eller flere, og beregn.',
  covariatesFacts: (
    method: string,
    errors: string,
    n: string,
    covariate: string,
    answers: string,
    weighted: string,
  ) =>
    `${method}; standardfejl ${errors}. ${n} indgår; ${covariate} mangler en kovariat og ${answers} alle indikatorer; ${weighted}.`,
  structuralErrors: {
    observed: 'af observeret information',
    bhhh: 'af personernes bidrag (BHHH)',
    sandwich: 'robuste (sandwich)',
    propagated: 'robuste, med usikkerheden fra klasserne selv talt med',
  },
  shift: (figure: string) =>
    `Svarsandsynlighederne flyttede sig højst ${figure} fra modellen uden kovariater.`,
  covariate: 'Kovariat',
  intercept: 'Konstant',
  wald: 'Wald',
  waldTable: 'Har kovariaten betydning? Alle dens led i alle klasser på én gang',
  oddsCaption: (reference: string) =>
    `Oddsratio for at høre til klassen frem for ${reference}, med 95 %-intervaller, på logaritmisk skala. Stregen ved 1: ingen forskel.`,
  oddsTable: (reference: string) => `Klassen frem for ${reference}`,
  logOdds: 'Log-odds',
  oddsRatio: 'Oddsratio',

  distalLead:
    'Hvad følger klasserne af? Et gennemsnit eller en fordeling i hver klasse, rettet for, at nogle er placeret forkert.',
  outcome: 'Udfald',
  noOutcomes: 'Målingen har ingen andre variable end indikatorer og vægte.',
  compareBy: 'Sammenlign',
  meansOf: 'Gennemsnit',
  sharesOf: 'Andele',
  correction: 'Korrektion',
  corrections: { bch: 'BCH', ml: 'ML', none: 'ingen korrektion' },
  correctionHints: {
    bch: 'Anbefales til gennemsnit: kræver ingen antagelse om udfaldets fordeling.',
    ml: 'Anbefales til andele. Til gennemsnit antager den normalfordeling i hver klasse.',
    none: 'Som om alle var placeret rigtigt. Forskellene bliver for små; kun til sammenligning.',
  },
  noDistal: 'Der er ikke regnet på noget udfald endnu.',
  distalFacts: (
    correction: string,
    assignment: string,
    errors: string,
    n: string,
    outcome: string,
    answers: string,
    weighted: string,
  ) =>
    `Tre trin, ${correction}, placering ${assignment}; standardfejl ${errors}. ${n} indgår; ${outcome} mangler udfaldet og ${answers} alle indikatorer; ${weighted}.`,
  equalTest: (wald: string, df: string, p: string) =>
    `Er klasserne ens? Wald = ${wald}, df = ${df}, p ${/^[<]/u.test(p) ? p : `= ${p}`}.`,
  noTest: 'Testen kan ikke laves.',
  distalCaption: (outcome: string, mean: boolean) =>
    `${outcome}: ${mean ? 'gennemsnit' : 'andele'} i hver klasse med 95 %-intervaller.`,
  pairsTable: 'Klasserne to og to',
  minus: (a: string, b: string) => `${a} − ${b}`,

  wavesLead:
    'Er klasserne blevet større eller mindre siden? Klasserne fra denne model ses i en anden måling, og det prøves, om de stadig betyder det samme.',
  noOtherWave: 'Der er kun én måling. Læs en måling mere ind for at sammenligne.',
  otherWave: 'Anden måling',
  heldEqual: 'Sammenlign',
  itsWeight: 'Dens vægt',
  comparisons: {
    fixed: 'med modellens klasser holdt fast',
    metric: 'med samme klasser i begge',
    configural: 'med klasser for sig',
  },
  comparisonHints: {
    fixed:
      'Svarsandsynlighederne er modellens. Kun andelene beregnes i den anden måling: 2017 set igen i 2022.',
    metric: 'Klasserne estimeres på begge målinger og betyder det samme i dem. Testes mod frie klasser.',
    configural:
      'Hver måling får sine egne klasser, lige mange. Andele kan kun sammenlignes, hvis profilerne ligner.',
  },
  wavesMissing: (names: string) =>
    `Den anden måling mangler ${names}. Giv variablene samme navn under Spørgeskema.`,
  wavesUnknown: (names: string) =>
    `Den anden måling har svar, som modellen ikke kender: ${names}. Kod dem om under Spørgeskema.`,
  noWaves: 'Målingerne er ikke sammenlignet endnu.',
  wavesFacts: (compare: string, errors: string, waves: string) =>
    `Sammenlignet ${compare}; standardfejl ${errors}; ${waves}.`,
  waveN: (name: string, n: string) => `${name}: ${n}`,
  wavesCaption: 'Klassernes andele i hver måling, med 95 %-intervaller.',
  wavesTable: 'Andele og ændring i procentpoint',
  change: 'Ændring',
  wavesTests: 'Er det de samme klasser?',
  question: 'Spørgsmål',
  test: 'Test',
  testNames: { 'likelihood-ratio': 'likelihood-ratio', wald: 'Wald' },
  waveQuestions: { meaning: 'Betyder klasserne det samme?', shares: 'Er de lige store?' },
  waveAnswers: {
    meaning: {
      differ: 'Nej, profilerne er forskellige. Andelene kan ikke uden videre sammenlignes.',
      alike: 'Intet tyder på andet.',
    },
    shares: { differ: 'Nej, andelene har ændret sig.', alike: 'Ændringen kan være tilfældig.' },
  },

  notes: {
    'not-identified': (n: Figure) =>
      `Modellen er ikke identificeret: data kan kun bestemme ${n('rank')} af ${n('npar')} parametre. Brug ikke tallene; vælg færre klasser eller flere indikatorer.`,
    'more-classes-than-patterns': (n: Figure) =>
      `Modellen har ${n('classes')} klasser, men der er kun ${n('patterns')} forskellige sæt svar. Vælg færre klasser.`,
    'equal-maxima-differ': (n: Figure) =>
      `Starter med samme likelihood giver tal, der afviger op til ${n('spread', 2)}. Brug ikke tallene; vælg færre klasser.`,
    'empty-class': (n: Figure) => `${n('inClass')} er tom. Vælg færre klasser.`,
    'few-hits': (n: Figure) =>
      `Kun ${n('hits')} af ${n('finished')} starter nåede den bedste løsning. Beregn igen med flere starter.`,
    'close-rival': (n: Figure) =>
      `En anden løsning ligger kun ${n('gap', 3)} lavere i log-likelihood, og dens profil afviger op til ${n('distance', 2)}. Se på begge, og skriv, at der er to.`,
    'small-class': (n: Figure) =>
      `${n('inClass')} svarer til kun ${n('people')} respondenter. Støt dig ikke til dens tal; overvej færre klasser.`,
    'uneven-weights': (n: Figure) =>
      `Vægtene er så ulige, at ${n('n')} respondenter kun siger så meget som ${n('effectiveN')} med samme vægt. Overvej at beskære de største vægte.`,
    'unused-category': (n: Figure) =>
      `En indikator har et svar (nr. ${n('category')}), som ingen har givet. Det tæller ikke med; ret svarlisten under Spørgeskema, hvis det undrer.`,
    'sparse-table': (n: Figure) =>
      `${n('n')} respondenter er for få til ${n('cells')} mulige sæt svar, så G² og X² kan ikke bruges som test. Se på de bivariate residualer.`,
    'boundary-fixed': (n: Figure) =>
      `${n('fixed')} af ${n('npar')} parametre ligger på grænsen (0 eller 1) og er holdt fast. De har ingen standardfejl; de andres er lidt for små.`,
    'weights-ignored': () =>
      'Vægtene er brugt til estimaterne, men ikke til standardfejlene, som bliver for små. Brug Taylor eller replikatvægte.',
    'not-at-maximum': () =>
      'Modellen står ikke helt på toppen, så standardfejlene er omtrentlige. Beregn den igen med en mindre tolerance.',
    'nearly-singular': () =>
      'Nogle parametre er næsten umulige at skille ad, så deres standardfejl er meget usikre. Overvej færre klasser.',
    'lonely-units-adjusted': (n: Figure) =>
      `${n('strata')} lag har kun én enhed og er sat op mod gennemsnittet af dem alle.`,
    'few-units': (n: Figure) =>
      `Der er kun ${n('df')} frihedsgrader i designet, så standardfejlene er grove.`,
    'replicates-not-converged': (n: Figure) =>
      `${n('failed')} gentagelser blev ikke færdige og tæller ikke med (${n('replicates')} gør). Er det mange, så vælg færre klasser.`,
    'fit-not-replicated': (n: Figure) =>
      `Modellen med ${n('classes')} klasser blev kun nået af én start, så testen kan bygge på en forkert løsning. Beregn med flere starter.`,
    'samples-not-replicated': (n: Figure) =>
      `I mange af stikprøverne nåede kun én start den bedste løsning (kun i ${n('replicated', 2)} af dem flere), så p er for lille. Brug flere starter.`,
    'not-converged': () => 'Beregningen blev ikke færdig. Brug ikke tallene.',
    'not-replicated': () => 'Kun én start nåede den bedste løsning. Beregn igen med flere starter.',
    'negative-weights': () =>
      'Nogle BCH-vægte er negative. Det er ventet, men bliver det til mange, er ML sikrere.',
    'negative-estimate': () =>
      'Et estimat er kommet uden for det mulige (negativ varians eller andel). Brug ML i stedet.',
    'variance-collapse': (n: Figure) =>
      `I ${n('inClass')} er alle næsten ens på udfaldet, så variansen er gået mod nul. Brug BCH i stedet.`,
    'pseudo-likelihood': () =>
      'Svarene er vægtet, så likelihood er en pseudo-likelihood, og likelihood-ratio-test gælder ikke.',
    separation: (n: Figure) =>
      `En kovariat forudsiger en klasse næsten med sikkerhed (log-odds ${n('logOdds', 1)}), så tallet og dets fejl siger intet. Slå grupper sammen, eller tag kovariaten ud.`,
    boundary: () => 'Nogle andele er estimeret til 0 og har ingen standardfejl.',
    'zero-weights': (n: Figure) => `${n('rows')} respondenter har vægten 0 og tæller ikke med.`,
    'rows-dropped': (n: Figure) =>
      `Udeladt: ${n('empty')} uden svar på nogen indikator og ${n('incomplete')}, der manglede mindst ét svar.`,
    'design-not-counted': () =>
      'Stikprøvens lag og klynger er ikke talt med i disse standardfejl, som derfor kan være for små.',
    'weighted-no-p': () =>
      'Svarene er vægtet, og stikprøver trukket af modellen er det ikke. Derfor er der ingen p.',
    'fixed-as-known': () =>
      'Klassernes profil er taget som kendt. At den selv er estimeret, er ikke talt med i intervallerne.',
    'lower-maximum': () =>
      'Den frie model nåede en lavere likelihood end den bundne, så søgningen er ikke god nok. Beregn med flere starter.',
  },

  otherNote: (code: string) => `Bemærkning fra beregningen: ${code}.`,
  methodsTitle: 'Metodeafsnit',
  methodsLead:
    'Skrevet på undersøgelsens sprog af det, der er gjort. Det, der ikke er gjort, står i listen ved siden af.',
  copy: 'Kopiér',
  copied: 'Metodeafsnittet er kopieret med sine tabeller.',
  notCopied: 'Browseren ville ikke kopiere. Markér teksten, og kopiér den selv.',
  putIntoReport: 'Sæt i rapporten',
  put: 'Sæt ind',
  putHint: 'Teksten kommer sidst i kapitlet og kan rettes dér. Den følger ikke med, når modellen ændres.',
  chapter: 'Kapitel',
  noChapters: 'Rapporten har ingen kapitler endnu. Lav et under Rapport.',
  withFigure: 'Sæt også figuren af den valgte models klasser ind',
  figureCaption: 'Klassernes profil',
  checklist: 'Hvad læsere spørger efter',
  checklistLead: (gaps: string) => `GRoLTS, tilpasset klasser på ét tidspunkt. ${gaps}.`,
  gapCount: { one: 'punkt mangler noget', other: 'punkter mangler noget' },
  itemStates: { answered: 'Besvaret', gap: 'Mangler', 'not-asked': 'Ikke aktuelt' },
  showSentence: 'Vis',
  showAnswer: (item: string) => `Vis sætningen om: ${item}`,
  gapActs: {
    fit: 'Beregn klasser',
    'standard-errors': 'Beregn standardfejl',
    'likelihood-ratio': 'Kør BLRT',
    residuals: 'Beregn residualer',
    choose: 'Vælg modellen',
    reason: 'Skriv begrundelsen',
    names: 'Se klasserne',
  },
  groltsSource:
    'Van de Schoot m.fl. 2017, Structural Equation Modeling 24:451-467, i vores ord. De sidste tre punkter er tilføjet.',

  move: (name: string) => `Flyt ${name}: træk, eller brug pil op og ned`,
  orderBy: 'Ordn',
  namesHint:
    'Navnet er undersøgelsens eget. Rækkefølgen følger klasserne overalt. Beregnes modellen igen med samme indikatorer, følger navne og rækkefølge med.',
  bySize: 'Efter størrelse',
  byAnswer: 'Efter et svar …',
  byAnswerLead: 'Klasserne ordnes efter, hvor sandsynligt svaret er i dem, den mindst sandsynlige først.',
  order: 'Ordn',
  namesFrom: (name: string, distance: string) =>
    `Navne og rækkefølge er taget fra ${name}, som klasserne ligner (største forskel i profilen ${distance}).`,
};
