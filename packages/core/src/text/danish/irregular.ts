/**
 * Words of talk whose forms no ending tells: strong verbs, verbs and adjectives with a vowel at the end of their root, nouns that
 * change their vowel. Chosen because they are common in interviews; written from Danish grammar, not copied from a word list.
 *
 * Left out on purpose, because one spelling is two words and the other is the commoner: `så` (saw), `ved` (knows), `når` (reaches),
 * `bad`, `brød`, `bar`, `lidt`, `nød`, `led`. In brackets they count after a prefix only (`afbrød`, `indså`). `være`, `have` and the
 * modal verbs are not here either: they are in every sentence, and nobody looks for them.
 */

/** Infinitive, past, participle, other forms. A star: the root is another word's too (`tag`, `side`, `sig`), so it is kept apart. */
const VERBS = `
binde* bandt bundet
blive blev blevet
bringe bragte bragt
bryde (brød) brudt brudte
bære (bar) båret
bede* (bad) bedt
byde* (bød) budt budte
drage drog draget
drikke drak drukket
drive drev drevet
dø døde død døende
falde faldt faldet
finde fandt fundet
flyve fløj fløjet
fortælle fortalte fortalt
fryse frøs frosset frosne
få fik fået fås
følge fulgte fulgt
gide gad gidet
give gav givet
glide gled gledet
gribe greb grebet
græde græd grædt
gælde* gjaldt gældt
gøre gør gjorde gjort gjorte
gå gik gået
hedde* hed heddet
hjælpe hjalp hjulpet
holde holdt holdte
hænge hang hængt hængte
komme kom kommet komne
krybe krøb krøbet
lade* lod ladet ladt ladte
le lo leet
lide lidte
ligge* lå ligget
lyve løj løjet
lægge* lagde lagt lagte
nyde (nød) nydt
ride red redet
ryge* røg røget
række rakte rakt
se ser set sete ses (så)
sidde* sad siddet
sige* sagde sagt sagte
skrive skrev skrevet
skyde skød skudt skudte
skære skar skåret
slippe slap sluppet
slå slog slået slås
smøre smurte smurt
snyde snød snydt
sove sov sovet
springe sprang sprunget
spørge spurgte spurgt
stige steg steget
stjæle stjal stjålet
strække strakte strakt
stå stod stået
synge sang sunget
sætte satte sat
sælge solgte solgt
tage* tog taget
tie tav tiet
træde trådte trådt
træffe traf truffet
trække trak trukket
tvinge tvang tvunget
tælle
vide* vidste vidst viden (ved)
vinde* vandt vundet
vælge valgte valgt
æde åd ædt
`;

/** Verbs whose root ends in a vowel: `bo bor boede boet boende`. With an e: `true truer truede truet truende`. */
const VOWEL_VERBS = 'bo tro gro ro sno sy spå flå klø strø ny sky true vie pie due grue bie nå';
/** Their present is another, commoner word. */
const NOT_PRESENT = new Set(['når', 'nyr', 'skyr']);

/**
 * Adjectives that lose an e before an ending, and words whose endings the rules would take for others or whose stem would be another
 * word (`men`, `and`): the stem, then all forms. Comparatives of another
 * root are words of their own: who looks for `god` does not look for `bedre`, and `ældre` is a group of people.
 */
const WORDS = `
voksn voksen voksent voksne voksnes
åbn åben åbent åbne åbenhed åbenheden
sikr sikker sikkert sikre sikrere sikrest sikreste sikkerhed sikkerheden
usikr usikker usikkert usikre usikrere usikkerhed usikkerheden
velkomn velkommen velkomne
sultn sulten sultent sultne
modn moden modent modne modenhed
travl travl travlt travle travlhed
ny ny nyt nye
fri fri frit frie frihed friheden friheder
stor stor stort store større størst største
ung ung ungt unge yngre yngst yngste
god god godt gode
bedr bedre bedst bedste
lang lang langt lange længere længst længste
gaml gammel gammelt gamle
ældr ældre ældst ældste
fler flere flest fleste
værr værre værst værste
anden anden andet andre andres
aften aften aftenen aftenens aftener aftenerne aftens
barrier barriere barrieren barrierer barriererne barrierens
karrier karriere karrieren karrierer karriererne karrierens
levere levere leverer leverede leveret leveres levering leveringen leveringer
mene mene mener mente ment mening meninger meningen meningerne menings
synes synes syntes
tilfreds tilfreds tilfredse tilfredshed tilfredsheden
utilfreds utilfreds utilfredse utilfredshed utilfredsheden
indsats indsats indsatsen indsatser indsatserne indsatsens
køkken køkken køkkenet køkkener køkkenerne køkkenets
vist vist
`;

/** Plural and singular; compounds end in them: `plejebørn`, `dagbøger`. */
const NOUNS =
  'børn barn, mænd mand, hænder hånd, fødder fod, tænder tand, nætter nat, bøger bog, kræfter kraft, brødre bror, døtre datter, mødre mor, fædre far, søstre søster, forældre forælder';

const PREFIXES =
  'an af be bi bort del efter er fast for fore fort forbi fra frem gen gennem genop god hen hjem ind inde igennem med mis mod ned om op over plan på sammen selv til tilbage ud und under ved videre';

const lines = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

interface Form {
  infinitive: string;
  /** What the verb's stem is where it stands alone; null: what the infinitive's is. */
  alone: string | null;
  /** Counts after a prefix only. */
  prefixed: boolean;
}

const VERB_FORMS: ReadonlyMap<string, Form> = (() => {
  const forms = new Map<string, Form>();
  const put = (form: string, of: Omit<Form, 'prefixed'>, prefixed = false) => {
    if (!forms.has(form)) forms.set(form, { ...of, prefixed });
  };
  for (const [written = '', ...others] of lines(VERBS)) {
    const infinitive = written.replace('*', '');
    const of = { infinitive, alone: written === infinitive ? null : infinitive };
    // Of `se` the participle is `seende`.
    const root = infinitive.length > 2 ? infinitive.replace(/e$/, '') : infinitive;
    put(infinitive, of);
    put(`${infinitive}r`, of);
    put(`${root}ende`, of);
    if (root !== infinitive) put(`${infinitive}s`, of);
    for (const other of others) {
      const form = other.replace(/[()]/g, '');
      put(form, of, form !== other);
      // A participle in -et has a plural in -ne: skrevet, skrevne.
      if (/[^e]et$/.test(form)) put(`${form.slice(0, -2)}ne`, of);
    }
  }
  for (const infinitive of VOWEL_VERBS.split(' ')) {
    const of = { infinitive, alone: infinitive.replace(/e$/, '') };
    const root = infinitive.replace(/e$/, '');
    for (const form of [infinitive, `${infinitive}r`, `${root}ede`, `${root}et`, `${root}ende`])
      if (!NOT_PRESENT.has(form)) put(form, of);
  }
  return forms;
})();

const WORD_STEMS: ReadonlyMap<string, string> = new Map(
  lines(WORDS).flatMap(([stem = '', ...forms]) => forms.map((form) => [form, stem] as const)),
);

const SINGULARS: ReadonlyMap<string, string> = new Map(
  NOUNS.split(', ').map((pair) => pair.split(' ') as [string, string]),
);
const PLURAL = new RegExp(`^(.*)(${[...SINGULARS.keys()].join('|')})(?:e?nes?|s)?$`);

/** Spelled like a form with a prefix, and another word: vulnerable, and timid. */
const OTHER_WORDS = new Set(['udsat', 'udsatte', 'forsagt', 'forsagte']);

const LONGEST_PREFIX = Math.max(...PREFIXES.split(' ').map(({ length }) => length));
const PREFIX = new Set(PREFIXES.split(' '));

/** The verb a word is a form of after a prefix: `deltog` is `deltage`. `le` has none, and `afler`, `samler` are not of it. */
function prefixedVerb(word: string): { verb: string; form: Form } | null {
  if (OTHER_WORDS.has(word)) return null;
  for (let at = Math.min(LONGEST_PREFIX, word.length - 2); at >= 2; at--) {
    if (!PREFIX.has(word.slice(0, at))) continue;
    const form = VERB_FORMS.get(word.slice(at));
    if (form && form.infinitive !== 'le') return { verb: word.slice(0, at) + form.infinitive, form };
  }
  return null;
}

/** The word without a verbal prefix, at each prefix it can have; itself first. */
export function withoutPrefix(word: string): string[] {
  const rests = [word];
  for (let at = 2; at <= Math.min(LONGEST_PREFIX, word.length - 2); at++)
    if (PREFIX.has(word.slice(0, at))) rests.push(word.slice(at));
  return rests;
}

/** The stem of a word that no ending tells, in small letters; null: its endings tell it. `regular` stems by endings. */
export function irregularStem(word: string, regular: (word: string) => string): string | null {
  const known = WORD_STEMS.get(word);
  if (known !== undefined) return known;
  const verb = VERB_FORMS.get(word);
  if (verb && !verb.prefixed) return verb.alone ?? regular(verb.infinitive);
  const prefixed = prefixedVerb(word);
  if (prefixed) return prefixed.form.infinitive.length > 2 ? regular(prefixed.verb) : prefixed.verb;
  const plural = PLURAL.exec(word);
  return plural ? regular(`${plural[1]}${SINGULARS.get(plural[2]!)}`) : null;
}
