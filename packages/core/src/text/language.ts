/** Languages that can be told from a turn's words; `other` is a text in another script or without any of their small words. */
export type TurnLanguage = 'da' | 'no' | 'sv' | 'de' | 'en' | 'other';

/**
 * Small words by language. Those that neighbours share count for each of them and tell nothing between them; the words that
 * only one has, and letter sequences that only one spells so, decide between Danish, Norwegian and Swedish.
 */
const WORDS: Readonly<Record<Exclude<TurnLanguage, 'other'>, string>> = {
  da: 'og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle denne end dette mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været thi jer sådan så ja nej okay altså bare lige godt kan må sgu ligesom synes hvordan hvorfor noget nogen gøre gør går siger sige kommer lidt mere blevet uden igen ik jamen nok helt været tror ved tænker føler hver dag lave laver nå tak købte fordi selvfølgelig egentlig måske to tre måtte tak god godt første sidste altid aldrig',
  no: 'og i jeg det at en den til er som på de med han av for ikke der var meg seg men et har om vi min hadde ham hun nå over da fra du ut sin dem oss opp man hans hvor eller hva skal selv her alle vil ble kunne inn når være noe ville jo deres etter ned skulle denne enn dette mitt også under ha deg annen henne mine alt mye sitt sine mot disse hvis din noen hos bli mange blir hennes vært dere sånn så ja nei okei altså bare litt godt kan må liksom synes hvordan hvorfor gjøre gjør går sier si kommer mer uten igjen veldig fordi også selvfølgelig tenker føler hver dag lage lager kanskje egentlig to tre måtte takk god godt første siste alltid aldri',
  sv: 'och i jag det att en den till är som på de med han av för inte där var mig sig men ett har om vi min hade honom hon nu över då från du ut sin dem oss upp man hans var eller vad ska själv här alla vill blev kunde in när vara något ville ju deras efter ner skulle denna än detta mitt också under ha dig annan henne mina allt mycket sitt sina mot dessa om din någon hos bli många blir hennes varit er sådan så ja nej okej alltså bara lite bra kan måste liksom tycker hur varför göra gör går säger säga kommer mer utan igen jätte eftersom kanske egentligen två tre måste tack första sista alltid aldrig tänker känner varje dag',
  de: 'und ich das dass ein eine der die den dem des zu ist als auf mit er von für nicht da war mich sich aber hat haben wir mein hatte ihm sie nun über du aus sein seine uns man wo oder was soll selbst hier alle will wurde konnte wenn sein etwas wollte ja ihre nach sollte diese noch auch unter dich andere ihr meine alles viel gegen wie dein bei werden viele wird es so nein also nur mal gut kann muss doch wieso warum machen macht geht sagt sagen kommt mehr ohne wieder sehr weil vielleicht eigentlich habe bin im am zum zur',
  en: "the and i you it that of to in is was he she we they for on with as at be this have had from or by not but what all were when your can said there use an each which do how their if will up other about out many then them these so some her would make like him into time has look two more go see no way could my than been who its now did get come may me yes yeah okay really just know think because people don't didn't it's i'm that's here where why am are our us something anything nothing went want got",
};

/** Letters in a row that one of the Nordic three spells, and its neighbours do not. Written from the languages' spelling rules. */
const SPELLING: Readonly<Record<'da' | 'no' | 'sv' | 'de' | 'en', RegExp>> = {
  da: /(?:ø[jd]|æ[rnl]|[aeiouy]gt?e\b|ej\b|hv[aeio]|[td]else|[aeiou]de[rt]?\b|aj\b|lige|tion\b|ngt\b|nd\b|ld\b)/u,
  no: /(?:øy|ei[nt]?\b|hv[aeio]|skj|kj[eøæ]|[aeiou]tt?e\b|sjon|nn\b|mm\b|ll\b|[td]else)/u,
  sv: /(?:ä|ö|sj[äuö]|ck|ande\b|orna\b|arna\b|ade\b|tion\b|het\b)/u,
  de: /(?:sch|ß|ü|ä|ö|ung\b|eit\b|cht|ein|tz|pf)/u,
  en: /(?:th|wh|ing\b|ough|ght|ed\b|tion\b|ly\b|[aeiou]y\b|sh|oo)/u,
};

type Known = keyof typeof WORDS;
/** Whether a small word (in small letters) only holds sentences together, in any of the languages known here. */
export const isFunctionWord = (word: string): boolean => WEIGHTS.has(word);

const KNOWN = Object.keys(WORDS) as Known[];

/** Each word's weight for each language: one, shared by the languages that have it. */
const WEIGHTS: ReadonlyMap<string, readonly (readonly [Known, number])[]> = (() => {
  const owners = new Map<string, Set<Known>>();
  for (const language of KNOWN)
    for (const word of WORDS[language].split(' '))
      owners.set(word, (owners.get(word) ?? new Set<Known>()).add(language));
  return new Map(
    [...owners].map(([word, set]) => [word, [...set].map((one) => [one, 1 / set.size] as const)]),
  );
})();

/** Talk says the same words again and again: each is looked at once. Long enough for any study, short enough for any memory. */
const SPELLED = new Map<string, readonly Known[]>();
const REMEMBERED = 20_000;

/** The languages whose spelling a word shows. */
function spelledAs(word: string): readonly Known[] {
  const done = SPELLED.get(word);
  if (done) return done;
  const found = KNOWN.filter((language) => SPELLING[language].test(word));
  if (SPELLED.size < REMEMBERED) SPELLED.set(word, found);
  return found;
}

/** Words that are looked at; the rest of a long turn tells nothing more. */
const ENOUGH = 300;
/** Fewer words than this tell no language. */
const TOO_FEW = 4;

/**
 * The language of some words, or null where they are too few or fit several alike. A small word counts for the languages that
 * have it, less the more they are; a spelling counts a little. The best must hold a fifth of the words and lead the next by a
 * quarter; the one that is `expected`, as the rest of a transcript is in it, need only be the best.
 */
export function languageOf(text: string, expected: TurnLanguage | null = null): TurnLanguage | null {
  const words = text
    .slice(0, 4000)
    .toLowerCase()
    .replace(/\[[^\]\n]*\]|[’]/gu, (sign) => (sign === '’' ? "'" : ' '))
    .match(/[\p{L}\p{M}]+(?:'\p{L}+)?/gu)
    ?.slice(0, ENOUGH);
  if (!words || words.length < TOO_FEW) return null;
  const latin = words.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  if (latin < words.length / 2) return 'other';

  const score: Record<Known, number> = { da: 0, no: 0, sv: 0, de: 0, en: 0 };
  const held: Record<Known, number> = { da: 0, no: 0, sv: 0, de: 0, en: 0 };
  for (const word of words) {
    for (const [language, weight] of WEIGHTS.get(word) ?? []) {
      score[language] += weight;
      held[language]++;
    }
    for (const language of spelledAs(word)) score[language] += 0.12;
  }
  const [best, next] = KNOWN.toSorted(
    (a, b) => score[b] - score[a] || Number(b === expected) - Number(a === expected),
  ) as [Known, Known];
  const share = held[best] / words.length;
  // Enough words of which hardly any is a small word of these five languages: it is a sixth.
  if (share < 0.12) return words.length >= 12 ? 'other' : null;
  if (share < 0.2 || score[best] < 1) return null;
  return best === expected || score[best] >= score[next] * 1.25 ? best : null;
}

/** The language of each of a transcript's turns. The one that most of them are in decides where neighbours are hard to tell. */
export function languagesOf(turns: readonly string[]): (TurnLanguage | null)[] {
  const alone = turns.map((text) => languageOf(text));
  const lengths = new Map<TurnLanguage, number>();
  alone.forEach((language, i) => {
    if (language) lengths.set(language, (lengths.get(language) ?? 0) + turns[i]!.length);
  });
  const expected = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return alone.map((language, i) => language ?? languageOf(turns[i]!, expected));
}
