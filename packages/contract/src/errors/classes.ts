import type { Sentences } from './sentences.js';

/** Latent classes: fits, analyses, saved models, scoring. */
export const classes: Sentences = {
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
};
