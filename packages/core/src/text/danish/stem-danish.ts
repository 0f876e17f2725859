import { irregularStem } from './irregular.js';
import { withContractedEl, withoutEst, withoutInfinitiveE, withoutIng, withoutT } from './endings.js';

/** Words in -ede that are no past tense; compounds end in some of them (`verdensbillede`). */
const NOT_PAST =
  /(?:^|.)(?:billede|hundrede)s?$|^(?:allerede|fremmede|tilstede|dernede|hernede|deroppede|bede|tilbede|(?:for|be|ud|til|ind|op|genop)?(?:be)?rede|(?:ud)?brede|(?:ud|til)?sprede|(?:til)?frede|(?:vej|ind|ud|af|an|til|for|vild|mis|bort|hen)lede)s?$/;
const PAST = /^(.*[aeiouyæøå].*)edes?$/;

/**
 * Stems Danish words: by a small table where no ending tells the form (gik, tog, mænd), else by Snowball's algorithm (Porter 2001)
 * with the verbs' endings that it leaves: the past in -ede and -te with its participle, and the noun in -ning; the neuter in -t;
 * and the e that -el loses (cykel, cykler). `snowball` is that algorithm; words come in small letters.
 */
export function danishStemmer(snowball: (word: string) => string): (word: string) => string {
  const byEndings = (word: string): string => {
    // Of `aktivitet` Snowball takes the -et for an article.
    if (word.endsWith('itet')) return word;
    const past = NOT_PAST.test(word) ? null : PAST.exec(word);
    // A past tense is read as its infinitive; the definite plural of -hed, which Snowball leaves, as the singular.
    const read = past ? `${past[1]}e` : withoutInfinitiveE(word.replace(/hedernes?$/, 'hed'));
    return withContractedEl(withoutIng(withoutEst(withoutT(snowball(read)))));
  };
  return (word) => irregularStem(word, byEndings) ?? byEndings(word);
}
