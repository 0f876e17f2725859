import { expect, test } from 'vitest';
import type { Turn, TurnRole } from '../../transcripts/source.js';
import { topicTurns } from './guide-topic.js';
import type { ProposalText } from './proposal.js';
import { proposalsAt, queryTerms, speakerTurns, termPlaces } from './search.js';

/** A text out of turns: `I`: interviewer, else interviewee. */
function talk(...said: [string, string][]): ProposalText {
  let text = '';
  const turns: Turn[] = [];
  for (const [label, words] of said) {
    text += `${label}: `;
    const role: TurnRole = label === 'I' ? 'interviewer' : label === 'Vagt' ? 'other' : 'interviewee';
    turns.push({ from: text.length, to: text.length + words.length, role, label, time: null, line: null });
    text += `${words}\n`;
  }
  return { text, turns, language: 'da' };
}
const scope = { speakers: 'interviewee', context: 'word' } as const;
const wordsOf = (source: ProposalText, spans: readonly { from: number; to: number }[]) =>
  spans.map(({ from, to }) => source.text.slice(from, to));

const source = talk(
  ['I', 'Har du venner?'],
  ['Line', 'Min ven kom. Vennerne ringer "tit." Vennelisten er lang!'],
  ['Vagt', 'Vi lukker, venner.'],
);

test('words are found in every inflection, as written, or inside words', () => {
  const found = (how: 'stem' | 'whole' | 'part') =>
    wordsOf(source, proposalsAt(source, termPlaces(source, ['venner'], how), scope));
  expect(found('stem')).toEqual(['ven', 'Vennerne']);
  expect(found('whole')).toEqual([]);
  expect(found('part')).toEqual(['Venner']);
  expect(queryTerms(' ven ; min kusine,\n ')).toEqual(['ven', 'min kusine']);
});

test('several words in a row are one place, and everyone may be asked', () => {
  const places = termPlaces(source, ['min ven', 'lukke, venner'], 'stem');
  expect(wordsOf(source, proposalsAt(source, places, { ...scope, speakers: 'all' }))).toEqual([
    'Min ven',
    'lukker, venner',
  ]);
});

test('a place is widened to its sentence or turn, never past it, and two in one stretch are one proposal', () => {
  const places = termPlaces(source, ['ven', 'ringer'], 'stem');
  const wide = (context: 'sentence' | 'turn') => proposalsAt(source, places, { ...scope, context });
  expect(wordsOf(source, wide('sentence'))).toEqual(['Min ven kom.', 'Vennerne ringer "tit."']);
  expect(wide('sentence')[1]!.hits).toHaveLength(2);
  expect(wordsOf(source, wide('turn'))).toEqual(['Min ven kom. Vennerne ringer "tit." Vennelisten er lang!']);
});

test('a term of signs alone finds nothing', () => {
  expect(termPlaces(source, ['!!', '.*'], 'stem')).toEqual([]);
  expect(wordsOf(source, termPlaces(source, ['.*', 'lang!'], 'part'))).toEqual(['lang!']);
});

test('a speaker is found by label or role', () => {
  expect(wordsOf(source, speakerTurns(source, 'vagt:'))).toEqual(['Vi lukker, venner.']);
  expect(speakerTurns(source, 'interviewee')).toHaveLength(1);
});

test('the answers to a question of the guide go on past a nod, and end with the next question', () => {
  const interview = talk(
    ['I', 'Hvordan ser en almindelig hverdag ud for dig?'],
    ['Line', 'Jeg står op ved ti-tiden.'],
    ['I', 'Ja?'],
    ['Line', 'Så går jeg tur.'],
    ['I', 'Hvem i familien har du kontakt med?'],
    ['Line', 'Min søster. Men min hverdag er ikke almindelig.'],
    ['I', 'Hvad ønsker du dig for fremtiden?'],
    ['Line', 'Et arbejde.'],
  );
  const topic = { topic: 'Hverdag', question: 'Hvordan ser en almindelig hverdag ud?' };
  const { proposals } = topicTurns(topic, [interview])[0]!;
  expect(proposals.map(({ from, to, reason }) => [interview.text.slice(from, to), reason])).toEqual([
    ['Jeg står op ved ti-tiden.', 'question'],
    ['Så går jeg tur.', 'question'],
    ['Min søster. Men min hverdag er ikke almindelig.', 'own-words'],
  ]);
  expect(proposals.every(({ score }) => score !== null && score > 0 && score <= 1)).toBe(true);
});

test('the name of a topic asks for it; one word of its question alone does not', () => {
  const topic = {
    topic: 'Ensomhed',
    question: 'Hænder det, at du savner selskab om aftenen eller i weekenden?',
  };
  const asked = (question: string) =>
    topicTurns(topic, [talk(['I', question], ['Bo', 'Det gør det vel.'])])[0]!.proposals.map(
      ({ reason }) => reason,
    );
  expect(asked('Er ensomhed noget, du kender til?')).toEqual(['question']);
  expect(asked('Hvad spiser du så om aftenen?')).toEqual([]);
  expect(asked('Savner du selskab i weekenden?')).toEqual(['question']);
});

test('thresholds can be said: higher ones propose no more', () => {
  const topic = { topic: 'Bolig', question: 'Hvordan bor du for tiden?' };
  const texts = [
    talk(['I', 'Hvad med din bolig?'], ['Bo', 'Den er kold.'], ['I', 'Spiser du frokost?'], ['Bo', 'Nej.']),
  ];
  const count = (asked: number) => topicTurns(topic, texts, { asked, spoken: 2 })[0]!.proposals.length;
  expect([count(0.3), count(1.1)]).toEqual([1, 0]);
});

test('a topic of empty words finds nothing', () => {
  const { proposals } = topicTurns({ topic: '', question: 'Hvad er det?' }, [source])[0]!;
  expect(proposals).toEqual([]);
});
