import { withoutPrefix } from './irregular.js';

/**
 * Verbs that make their past in -te and their participle in -t: føle, følte, følt. Where a longer root ends in -d, -g or -k, Snowball
 * knows it. Roots whose -t form is a commoner word are left out (`lys`, `hel`).
 */
const TE_VERBS = new Set(
  `bag bestem blæs brug del drøm dræb døb døm før fortvivl føl gem glem gren hils hvil hør klem klæd kog kvæl køb kør lær
   læs lån mal men mål mød nævn rejs ros råb rør skab skil skjul slæb smag smil spis stem stil støb søg tab tal tjen tøm vis hus syn`
    .trim()
    .split(/\s+/u),
);

/** Adjectives that take -t in the neuter after another consonant than d, g or k, and -est in the superlative. */
const T_ADJECTIVES = new Set(
  `blød bred dum dyr fed fin grim grov grøn klar klog køn lav let lun nem nær pæn rar ren sjov skæv skør smal
   smuk stiv stærk svag svær sur syg sær tom tryg tung tyk tynd tæt varm vild brun høj sød rig streng hård mild sund kold rød hvid`
    .trim()
    .split(/\s+/u),
);

/** Verbs whose root ends in n after a consonant: their noun in -ing is åbn-ing, not åb-ning. */
const N_VERBS = new Set('åbn regn tegn savn egn vågn ordn udjævn jævn'.split(' '));

/**
 * Words in -ing that no verb made, whose verb has the ing in its root, which have gone their own way
 * (`stilling`: a post), or are names; and compounds of `løsning`, which is no `-løs`.
 */
const ING_WORDS =
  /(?:t|br|spr|tv|sv|omkr|honn|dronn|yngl|kyll|kill|slægtn|.løsn)ing$|^(?:stilling|retning|ledning|henning|flemming|herning|kolding)$/;

const VOWEL = /[aeiouyæøå]/;
const single = (word: string): string => (/([b-df-hj-np-tvxz])\1$/.test(word) ? word.slice(0, -1) : word);
const oneOf = (roots: ReadonlySet<string>, word: string): boolean =>
  withoutPrefix(word).some((rest) => roots.has(rest));

/** A stem in -t without it, where the t is an ending: følt, svært, ensomt, sårbart, socialt, positivt, nervøst. */
export function withoutT(stem: string): string {
  if (!stem.endsWith('t')) return stem;
  const root = stem.slice(0, -1);
  if (stem.length >= 6 && /(?:som|bar|iv|[iv]øs|[aeiu]l)$/.test(root)) return root;
  if (oneOf(TE_VERBS, root)) return root;
  const positive = root.startsWith('u') ? root.slice(1) : root;
  return T_ADJECTIVES.has(root) || T_ADJECTIVES.has(positive) ? root : stem;
}

/** A stem in -est without it, where it is a superlative: sværest, nemmest. */
export function withoutEst(stem: string): string {
  if (!stem.endsWith('est')) return stem;
  const root = single(stem.slice(0, -3));
  return T_ADJECTIVES.has(root) ? root : stem;
}

/**
 * A stem in -ing as its verb's: luk-ning, åbn-ing, samt-al, vurd-ering. After a vowel the n belongs to the verb (træn-ing), after a
 * consonant to the ending (luk-ning), but for the few verbs in `N_VERBS`.
 */
export function withoutIng(stem: string): string {
  if (!stem.endsWith('ing') || ING_WORDS.test(stem)) return stem;
  let root = stem.slice(0, -3);
  if (/[^aeiouyæøå]n$/.test(root) && !oneOf(N_VERBS, root)) root = root.slice(0, -1);
  else if (/[^aeiouyæøå]er$/.test(root) && root.length >= 5) root = root.slice(0, -2);
  root = single(root);
  return root.length >= 3 && VOWEL.test(root) ? root : stem;
}

/** A stem in consonant and -el as its longer forms have it: cykel, cykler; gammel, gamle. */
export function withContractedEl(stem: string): string {
  const found = /^(.*[aeiouyæøå].*[^aeiouyæøå])el$/.exec(stem);
  return found ? `${single(found[1]!)}l` : stem;
}

/** The infinitive of a verb in -end as Snowball should see it: it takes `henvende` for a participle like `levende`. */
export function withoutInfinitiveE(word: string): string {
  return withoutPrefix(word).some((rest) => /^(?:vende|kende|sende|spænde|brænde)$/.test(rest))
    ? word.slice(0, -1)
    : word;
}
