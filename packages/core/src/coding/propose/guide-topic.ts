import type { GuideTopic } from '../../fieldwork/interview.js';
import { stemmedWords, stemmer } from '../../text/stem.js';
import type { Turn } from '../../transcripts/source.js';
import type { CodingProposal, ProposalText } from './proposal.js';
import { widen } from './widen.js';

// Words that carry no topic, in the two languages of interviews here; compared by their stems.
const EMPTY_WORDS = {
  da: `ad af alle alt altså at blev bliver da de dem den denne der deres det dig din dine disse dit dog du efter ej eller en end er et
    for fra få får gør ham han hans har have havde hende hendes her hos hun hvad hvem hvilken hvilke hvis hvor hvordan hvorfor hvornår i
    igen ikke ind ja jeg jo kan kunne man mange med meget men mere mig min mine mit må nej no nogen noget nogle nok nu når og også okay
    om op os over på set sig sige siger sin sine sit skal skulle som så sådan tager til tit tænker ud under var ved vi vil ville være
    været you fortælle fortæl lidt prøv beskriv beskrive`,
  en: `a about all am an and any are as at be been but by can could describe did do does for from get had has have he her him his how i
    if in is it its just me my no not of on or our out she should so some tell than that the their them then there these they this to
    up us was we were what when where which who why will with would yes you your okay`,
} as const;

function emptyStems(language: string): ReadonlySet<string> {
  const stem = stemmer(language);
  return new Set(EMPTY_WORDS[/^en\b/i.test(language) ? 'en' : 'da'].split(/\s+/).map(stem));
}

/** From which share of the weight of a topic's words it is taken as asked by an interviewer, or as spoken of in an interviewee's own words. */
export interface TopicThresholds {
  readonly asked: number;
  readonly spoken: number;
}
/**
 * Set from what was measured (`npm run bench guide-topics`, decision 0012). Of turns proposed for a question 29 % were coded with the
 * topic in the demo, of those for own words 12 %; the other figures tell how much stays unfound: nine in ten coded turns. A proposal is a
 * place to look, never a count of what is there.
 */
export const TOPIC_THRESHOLDS: TopicThresholds = { asked: 0.3, spoken: 0.5 };
/** A word of the topic's name weighs so many times one of its question: interviewers seldom ask in the guide's words. */
const NAME = 3;
/** An interviewer turn of fewer words with meaning than this goes on with what was asked: "Ja?", "Og hvordan var det?". */
const NEW_QUESTION = 2;

/**
 * Turns that answer a topic of the interview guide: those after an interviewer turn in which enough of the topic's words stand,
 * until the interviewer asks something else; and interviewee turns in which more of them stand. One word of the topic's name will do,
 * of its question alone it takes two. A word weighs the more the fewer interviewer turns have it (inverse document frequency,
 * Spärck Jones 1972): "hverdag" says more than "tid".
 */
export function topicTurns<Source extends ProposalText>(
  topic: Pick<GuideTopic, 'topic' | 'question'>,
  sources: readonly Source[],
  thresholds: TopicThresholds = TOPIC_THRESHOLDS,
): { source: Source; proposals: CodingProposal[] }[] {
  const weighed = weights(sources);
  return sources.map((source) => {
    const wanted = wantedWords(topic, source.language, weighed);
    const empty = emptyStems(source.language);
    const proposals: CodingProposal[] = [];
    let asked: number | null = null;
    for (const turn of source.turns) {
      const { hits, score, meaningful } = found(source, turn, wanted, empty);
      if (turn.role === 'interviewer') {
        if (score >= thresholds.asked) asked = score;
        else if (meaningful >= NEW_QUESTION) asked = null;
        continue;
      }
      if (turn.role !== 'interviewee') continue;
      const own = score >= thresholds.spoken;
      if (asked === null && !own) continue;
      const span = widen(source.text, turn, turn, 'turn');
      if (span.from >= span.to) continue;
      proposals.push({
        ...span,
        reason: asked === null ? 'own-words' : 'question',
        hits,
        score: Math.max(asked ?? 0, own ? score : 0),
      });
    }
    return { source, proposals };
  });
}

/** The stems looked for: their weights, which of them name the topic, and the weight of all. */
interface WantedWords {
  readonly weights: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
  readonly whole: number;
}

function wantedWords(
  { topic, question }: Pick<GuideTopic, 'topic' | 'question'>,
  language: string,
  weighed: (stem: string) => number,
): WantedWords {
  const empty = emptyStems(language);
  const stems = (words: string) =>
    stemmedWords(words, language).flatMap(({ stem }) => (empty.has(stem) ? [] : [stem]));
  const names = new Set(stems(topic));
  const all = new Set([...names, ...stems(question)]);
  const found = new Map([...all].map((stem) => [stem, weighed(stem) * (names.has(stem) ? NAME : 1)]));
  return { weights: found, names, whole: [...found.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** The words of a topic in a turn, once each, and the share of its weight in them; 0 where they are too few to tell. */
function found(
  { text, language }: ProposalText,
  turn: Turn,
  { weights: wanted, names, whole }: WantedWords,
  empty: ReadonlySet<string>,
) {
  const words = stemmedWords(text.slice(turn.from, turn.to), language);
  const seen = new Set<string>();
  const hits = [];
  let sum = 0;
  for (const { from, to, stem } of words) {
    const weight = wanted.get(stem);
    if (weight === undefined || seen.has(stem)) continue;
    seen.add(stem);
    sum += weight;
    hits.push({ from: turn.from + from, to: turn.from + to });
  }
  const enough = hits.length >= Math.min(2, wanted.size) || [...seen].some((stem) => names.has(stem));
  const meaningful = words.filter(({ stem }) => !empty.has(stem)).length;
  return { hits, score: enough && whole > 0 ? sum / whole : 0, meaningful };
}

/** ln(1 + N / n): N interviewer turns, n of them with the word; a word that no interviewer used weighs as if one had. */
function weights(sources: readonly ProposalText[]): (stem: string) => number {
  const turns = new Map<string, number>();
  let all = 0;
  for (const { text, turns: own, language } of sources)
    for (const turn of own) {
      if (turn.role !== 'interviewer') continue;
      all++;
      const stems = new Set(stemmedWords(text.slice(turn.from, turn.to), language).map(({ stem }) => stem));
      for (const stem of stems) turns.set(stem, (turns.get(stem) ?? 0) + 1);
    }
  return (stem) => Math.log(1 + Math.max(1, all) / (turns.get(stem) ?? 1));
}
