/** Hvad hver advarsel om klasser betyder, og hvad man kan gøre. Klasser tælles fra 1, som overalt hvor et menneske læser. */
export const classNotes: Readonly<Record<string, string>> = {
  'not-identified':
    'svarene kan kun skelne {rank} af de {npar} parametre: andre andele passer lige så godt. Vis ikke denne model; brug færre klasser, flere indikatorer eller --ordinal',
  'more-classes-than-patterns':
    '{classes} klasser, men kun {patterns} forskellige svarsæt; brug færre klasser',
  'equal-maxima-differ':
    'starter med samme likelihood er uenige med op til {spread}: svarene fastlægger ikke modellen. Vis den ikke; brug færre klasser',
  'empty-class': 'klasse {class} er tom; brug færre klasser',
  'not-converged':
    'den bedste start blev afbrudt efter {iterations} trin, så tallene er grove; sæt en større --tol, eller brug færre klasser',
  'not-replicated':
    'kun {hits} af {finished} starter nåede den bedste likelihood, og der kan være en bedre; brug flere --starts, indtil flere når den',
  'few-hits':
    'kun {hits} af {finished} starter nåede den bedste likelihood; risikoen for at have overset en, der er lige så let at nå, er {missed}. Brug flere --starts',
  'close-rival':
    'en anden løsning er kun {gap} mindre sandsynlig, men afviger med op til {distance} i en sandsynlighed; se på begge, og fortæl, at der er to',
  'small-class':
    'klasse {class} svarer til {people} respondenter, og det er for få til at bygge på dens tal; prøv færre klasser',
  'uneven-weights':
    'vægtene er så ujævne, at {n} respondenter tæller som {effectiveN}; afkort vægtene, eller oplys det effektive antal',
  'unused-category':
    'ingen har valgt kategori {category} af {name}; læg den sammen med en anden, eller ret listen af værdier',
  'sparse-table':
    '{n} respondenter til {cells} mulige svarsæt: chi²-test af modellen holder ikke. Se på parrenes residualer i stedet',
  boundary:
    '{probabilities} sandsynligheder er estimeret til 0; læs dem som »ikke set her«, ikke som umulige',
  'pseudo-likelihood':
    'med vægte er likelihooden en pseudo-likelihood: sammenlign modeller på kriterierne og indholdet, ikke på forskelle i likelihood',
  'zero-weights':
    '{rows} respondenter har vægten 0: de får en klasse, men klasserne estimeres ikke ud fra dem',
  'rows-dropped':
    'respondenter, der er udeladt: {empty} uden noget svar, {incomplete} uden svar på alt (listwise). Oplys dem; --missing fiml beholder de ufuldstændige',
  'boundary-fixed': '{fixed} estimater på 0 har ingen standardfejl; vis dem uden',
  'weights-ignored': 'disse standardfejl ser bort fra vægtene; brug --errors sandwich eller linearised',
  'not-at-maximum':
    'likelihooden stiger stadig dér, hvor standardfejlene er beregnet; tilpas med en mindre --tol',
  'nearly-singular':
    'en parameter kan knap skelnes fra de andre, så dens standardfejl er usikker; brug --errors bootstrap eller færre klasser',
  'lonely-units-adjusted':
    '{strata} strata har kun én udtræksenhed; læg dem sammen med nabostrata, hvor det giver mening',
  'few-units': 'standardfejlene hviler kun på {df} frihedsgrader; omtal dem som grove',
  'replicates-not-converged':
    '{failed} af {replicates} gentagelser blev afbrudt; se efter, om standardfejlene holder med færre klasser',
  'fit-not-replicated': 'en af testens modeller blev kun nået af én start; tilpas med flere --starts først',
  'samples-not-replicated':
    'i få stikprøver var to starter enige, så p kan være for lille; tag p med forbehold, eller tilpas færre klasser',
  'negative-weights':
    'BCH giver nogle respondenter negative vægte; der er intet at gøre, det er sådan, den retter',
  'negative-estimate': 'BCH gjorde en varians eller en andel negativ; brug --threestep ml',
  'variance-collapse':
    'udfaldet varierer næsten ikke inden for en klasse, så det er ikke normalfordelt dér; brug --threestep bch',
  separation:
    'en forklarende variabel afgør en klasse helt (log-odds {logOdds}), så dens tal betyder intet; tag den ud, eller læg kategorier sammen',
  'design-not-counted':
    'strata og udtræksenheder tæller ikke med i disse standardfejl, som kan være for små; det gør vægtene',
  'weighted-no-p': 'med vægte kan der ikke trækkes stikprøver, så residualerne står uden p',
  'fixed-as-known':
    'klasserne tages som kendte, ikke som estimerede, så testen af betydningen er lidt for streng',
  'lower-maximum':
    'en test kunne ikke laves, fordi en friere model stoppede på et lavere maksimum; brug flere starter',
};
