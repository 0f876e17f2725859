import type { CovariatesAsked, DistalAsked, ErrorsKind, WavesAsked } from '../class-analysis.js';
import type { Criterion } from '../criteria.js';

/** The sentences of the methods section in Danish. Figures come as they are to be printed. */
export const danish = {
  titles: {
    data: 'Data og indikatorer',
    estimation: 'Model og beregning',
    number: 'Valg af antal klasser',
    final: 'Den endelige model',
    outward: 'Klassernes sammenhæng med andet',
    repeat: 'Gentagelse',
  },
  classes: (n: number) => (n === 1 ? '1 klasse' : `${n} klasser`),
  unnamed: (n: number) => `Klasse ${n}`,
  criterion: {
    bic: 'BIC',
    abic: 'aBIC',
    caic: 'CAIC',
    aic: 'AIC',
    aic3: 'AIC3',
    icl: 'ICL',
  } satisfies Record<Criterion, string>,

  sample: (wave: string, respondents: string, n: string) =>
    `Klasserne er beregnet på ${wave} med ${respondents} respondenter, ${
      n === respondents ? 'som alle indgår' : `hvoraf ${n} indgår`
    } i modellen.`,
  dropped: (empty: string, incomplete: string, missing: 'fiml' | 'listwise') =>
    missing === 'fiml'
      ? `${empty} uden svar på nogen af indikatorerne er udeladt.`
      : `${empty} uden noget svar og ${incomplete} med svar på kun en del af indikatorerne er udeladt.`,
  unweighted: 'Analysen er uvægtet.',
  weighted: (weight: string) =>
    `Svarene er vægtet med ${weight}, og modellen er estimeret med pseudo-maximum likelihood.`,
  design: (design: { strata: boolean; units: boolean; replicates: boolean }, used: boolean) => {
    const parts = [
      ...(design.strata ? ['stratificeret'] : []),
      ...(design.units ? ['trukket i klynger'] : []),
      ...(design.replicates ? ['forsynet med replikatvægte'] : []),
    ].join(' og ');
    return used
      ? `Stikprøven er ${parts}, og det er der taget hensyn til i standardfejlene, hvor de kan regne med det.`
      : `Stikprøven er ${parts}; det er der ikke taget hensyn til.`;
  },
  indicators: (count: string, list: string | null) =>
    list === null
      ? `Modellen bygger på ${count} indikatorer, som står i tabel 1.`
      : `Modellen bygger på ${count} indikatorer: ${list}.`,
  nominal:
    'Alle indikatorer er behandlet som nominelle: hver klasse har sin egen sandsynlighed for hvert svar.',
  ordinal: (list: string, all: boolean) =>
    all
      ? 'Alle indikatorer er behandlet som ordnede (logit mellem nabosvar).'
      : `${list} indgår på ordnet skala (logit mellem nabosvar), de øvrige som nominelle.`,
  distribution: 'Tabel 1 viser, hvordan svarene fordeler sig på hver indikator.',
  fiml: 'Respondenter med svar på mindst én indikator indgår; manglende svar er håndteret med full information maximum likelihood (FIML).',
  listwise: 'Kun respondenter med svar på alle indikatorer indgår.',
  userMissing: (list: string) =>
    `På ${list} tæller svar som »ved ikke« og »vil ikke svare« som selvstændige kategorier.`,
  missingRange: (low: string, high: string) =>
    low === high
      ? `${low} af respondenterne mangler svar på hver indikator.`
      : `Mellem ${low} og ${high} af respondenterne mangler svar på en indikator.`,
  atRandom:
    'Det forudsætter, at svar mangler tilfældigt, når der er taget højde for de svar, som er givet (MAR). Forudsætningen er ikke efterprøvet.',
  completelyAtRandom:
    'Det forudsætter, at de udeladte ikke adskiller sig fra dem, der indgår (MCAR). Forudsætningen er ikke efterprøvet.',

  program: (name: string, version: string) =>
    `Modellerne er estimeret i ${name} ${version} med maximum likelihood (EM-algoritmen).`,
  starts: (starts: string, finished: string | null, tolerance: string | null, seed: string) =>
    `Hver model er beregnet fra ${starts} tilfældige starter af to slags, enten med tilfældige svarsandsynligheder eller med tilfældig fordeling af respondenterne på klasser${
      finished === null ? '' : `; de ${finished} bedste er regnet færdige`
    }${tolerance === null ? '' : `, til en runde forbedrede log-likelihood med mindre end ${tolerance}`} (frø ${seed}).`,
  hits: (hits: number, finished: string | null, maxima: string) =>
    `Den bedste løsning blev nået af ${hits}${finished === null ? ' starter' : ` af de ${finished} starter, der blev regnet færdige`}; i alt blev der fundet ${maxima === '1' ? 'ét maksimum' : `${maxima} maksima`}.`,
  identified: (rank: string | null, npar: string) =>
    `Modellen er identificeret${rank === null ? '' : `: Jacobimatricens rang er ${rank} for ${npar} parametre`}.`,
  notIdentified: (rank: string | null, npar: string) =>
    `Modellen er ikke identificeret${rank === null ? '' : `: data kan kun bestemme ${rank} af ${npar} parametre`}, så dens andele og sandsynligheder kan ikke tolkes.`,
  boundary: (count: string) =>
    `${count} svarsandsynligheder er estimeret til 0 og er holdt fast, når standardfejl beregnes.`,
  localIndependence: 'Inden for klasserne er indikatorerne antaget at være indbyrdes uafhængige.',
  residuals: (large: string, pairs: string, limit: string, a: string, b: string, bvr: string) =>
    `${large} af ${pairs} par har et bivariat residual over ${limit}; det største er mellem ${a} og ${b} (${bvr}).`,
  residualsTested: (replicates: string, large: string, pairs: string, a: string, b: string, bvr: string) =>
    `I en parametrisk bootstrap med ${replicates} stikprøver har ${large} af ${pairs} par et bivariat residual, der er større end ventet (p < 0,05); det største er mellem ${a} og ${b} (${bvr}).`,
  sparse:
    'Krydstabellen over alle indikatorer er for tynd til, at G² og X² følger en chi-i-anden-fordeling; de er derfor ikke brugt.',
  goodness: (g2: string, x2: string, table: string, cases: string) =>
    `G² = ${g2} og X² = ${x2} med ${table} frihedsgrader (celler − 1 − parametre; ${cases}, når antallet af respondenter sætter grænsen).`,
  otherwise: (n: number, count: string) =>
    `Derudover er ${n === 1 ? 'én anden opstilling' : `${count} andre opstillinger`} prøvet på samme måling, med andre indikatorer, skalaer, vægte eller regler for manglende svar.`,

  compared: (first: string, last: string, one: boolean) =>
    `Modeller med ${first} til ${last} klasser er sammenlignet${one ? ', herunder modellen med én klasse' : ''}.`,
  criteria: (list: string) => `De er sammenlignet på ${list} (tabel 2).`,
  minima: (parts: readonly string[]) => `Lavest er ${parts.join('; ')}.`,
  minimum: (criteria: string, classes: number) =>
    `${criteria} ved ${classes === 1 ? '1 klasse' : `${classes} klasser`}`,
  notReplicated: (list: string) => `I modellen med ${list} blev den bedste løsning kun nået af én start.`,
  ratios: (list: string) => `Bootstrap-likelihood-ratio-testen (BLRT) giver ${list}.`,
  ratio: (k: number, statistic: string, p: string, error: string, replicates: string) =>
    `for ${k} mod ${k + 1} klasser ${statistic} (${p}, Monte Carlo-fejl ${error}, ${replicates} stikprøver)`,
  noRatio: 'Bootstrap-likelihood-ratio-testen (BLRT) er ikke brugt, da den ikke findes for vægtede svar.',
  sizes: 'Klassernes størrelse i hver model står i tabel 2.',
  profiles: (n: number, count: string) =>
    n === 1
      ? 'Modellens profil ligger i undersøgelsens fil.'
      : `Profilerne for alle ${count} modeller ligger i undersøgelsens fil.`,
  reason: (classes: string, reason: string) => `Modellen med ${classes} er valgt. ${sentence(reason)}`,

  shares: (classes: string, shares: readonly string[]) =>
    `Den endelige model har ${classes}: ${shares.join(', ')}.`,
  smallest: (name: string, n: string, perPerson: string) =>
    `Den mindste, ${name}, svarer til ${n} respondenter, og dens profil har ${perPerson} frie parametre pr. respondent.`,
  entropy: (entropy: string) =>
    `Entropien (R²) er ${entropy}. Den siger, hvor sikkert respondenter kan placeres i klasser, og er ikke brugt til at vælge antallet.`,
  certainty: (low: string, high: string) =>
    `Blandt dem, der placeres i en klasse, er den gennemsnitlige sandsynlighed for at høre til den ${low === high ? low : `mellem ${low} og ${high}`}.`,
  errors: (kind: string, level: string, replicates: string | null, scaling: string | null) =>
    `Standardfejlene er ${kind}${replicates === null ? '' : ` (${replicates} gentagelser)`}, og ${level}-intervaller er beregnet på logitskalaen (tabel 3)${
      scaling === null ? '' : `; skaleringsfaktoren er ${scaling}`
    }.`,
  errorsKind: {
    observed: 'beregnet af den observerede informationsmatrix',
    bhhh: 'beregnet af de enkelte respondenters bidrag (BHHH)',
    sandwich: 'robuste (sandwich, som MLR i Mplus)',
    linearised: 'Taylor-lineariserede efter stikprøvens design',
    'replicate-weights': 'beregnet af målingens replikatvægte',
    jackknife: 'beregnet ved jackknife over stikprøvens enheder',
    bootstrap: 'beregnet ved bootstrap, hvor klasserne er matchet til modellens',
    'parametric-bootstrap': 'beregnet ved parametrisk bootstrap, hvor klasserne er matchet til modellens',
  } satisfies Record<ErrorsKind, string>,
  figure: 'Klassernes profil er tegnet med intervaller.',
  names: (list: string) =>
    `Navnene ${list} er stikord for klassernes profiler og ikke egenskaber ved personer.`,

  covariates: (method: string, list: string, reference: string, errors: string, n: string, dropped: string) =>
    `Klassetilhør er sat i forhold til ${list} med ${method}; ${reference} er referenceklasse, standardfejlene er ${errors}, ${n} respondenter indgår, og ${dropped} er udeladt.`,
  numericCovariate: (name: string) => `${name} (numerisk)`,
  categoricalCovariate: (name: string, reference: string | null) =>
    reference === null ? `${name} (kategorisk)` : `${name} (kategorisk, reference: ${reference})`,
  covariateMethod: (
    method: CovariatesAsked['method'],
    correction: CovariatesAsked['correction'],
    assignment: CovariatesAsked['assignment'],
  ) => {
    if (method === 'one-step') return 'ét-trins-metoden';
    if (method === 'two-step') return 'to-trins-metoden (Bakk & Kuha)';
    const placing = assignment === 'modal' ? 'modal' : 'proportional';
    if (correction === 'none') return `tre trin uden korrektion for fejlplacering (${placing} placering)`;
    return `tre-trins-metoden med ${correction === 'bch' ? 'BCH' : 'ML'}-korrektion (${placing} placering)`;
  },
  structuralErrors: {
    observed: 'beregnet af den observerede informationsmatrix',
    bhhh: 'beregnet af respondenternes bidrag (BHHH)',
    sandwich: 'robuste (sandwich)',
    propagated: 'robuste og tager højde for, at klasserne selv er estimeret',
  },
  distal: (
    outcome: string,
    as: DistalAsked['as'],
    method: string,
    errors: string,
    p: string | null,
    n: string,
  ) =>
    `${outcome} er sammenlignet mellem klasserne som ${as === 'mean' ? 'gennemsnit' : 'andele'} med ${method}; standardfejlene er ${errors}${p === null ? '' : `, Wald-testen af ingen forskel giver ${p}`} (n = ${n}).`,
  waves: (compare: WavesAsked['compare'], list: string, errors: string, changes: string) =>
    `Målingerne ${list} er sammenlignet ${
      compare === 'fixed'
        ? 'med modellens svarsandsynligheder holdt fast'
        : compare === 'metric'
          ? 'med svarsandsynligheder, der er ens i begge målinger'
          : 'med frie svarsandsynligheder i hver måling'
    }; standardfejlene er ${errors}. Ændring i procentpoint: ${changes}.`,

  repeat: (version: string, seed: string) =>
    `Undersøgelsens fil rummer data, indstillinger og alle ændringer; Bagom ${version} giver med frø ${seed} samme tal igen.`,
  table: {
    indicators: 'Tabel 1. Svar på indikatorerne',
    indicator: 'Indikator',
    answer: 'Svar',
    n: 'n',
    share: 'Andel af svar',
    noAnswer: 'intet svar',
    models: 'Tabel 2. Sammenligning af modeller',
    classes: 'Klasser',
    loglik: 'Log-likelihood',
    npar: 'Parametre',
    entropy: 'Entropi',
    hits: 'Nået af',
    sizes: 'Klassernes størrelse',
    modelsNote:
      'Lavere er bedre for alle kriterier. Entropi beskriver kun, hvor sikkert respondenter kan placeres.',
    final: 'Tabel 3. Den endelige model',
    finalNote: (level: string) =>
      `Sandsynlighed (standardfejl) [${level}-interval]. En streg: estimatet ligger på grænsen.`,
    finalPlain: 'Sandsynligheder. Standardfejl er ikke beregnet.',
    classShare: 'Klassens andel',
  },
  gaps: {
    distribution: 'Svarfordelingen er ikke kendt for alle indikatorer.',
    missingness:
      'Det er ikke undersøgt, hvilke variable der hænger sammen med at mangle svar. Skriv det, hvis det er kendt.',
    residuals: 'De bivariate residualer er ikke beregnet.',
    otherwise:
      'Der er kun prøvet én opstilling af modellen. Beregn også med andre indikatorer eller en anden skala, eller skriv hvorfor ikke.',
    oneClass: 'Modellen med én klasse er ikke beregnet.',
    single: 'Der er ingen andre modeller at sammenligne med.',
    ratio: 'BLRT er ikke beregnet for denne model.',
    sizes: 'Nogle af modellerne er fjernet, så deres klassestørrelser og profiler kan ikke vises.',
    notChosen: 'Modellen er ikke valgt som undersøgelsens.',
    reason: 'Begrundelsen for at vælge modellen er ikke skrevet.',
    errors: 'Standardfejl er ikke beregnet endnu.',
    figure: 'Profilen kan ikke tegnes med intervaller, før standardfejl er beregnet.',
    names: 'Ikke alle klasser har et navn.',
    access: 'Skriv, hvor data og undersøgelsens fil kan fås, eller hvorfor de ikke kan.',
  },
};

/** A reason as a sentence of its own: a capital first, a full stop last. */
function sentence(words: string): string {
  const capital = words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
  return /[.!?]$/u.test(capital) ? capital : `${capital}.`;
}
