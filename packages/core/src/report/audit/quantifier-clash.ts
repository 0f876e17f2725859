import type { PublishedReport } from '../published.js';
import { lineInSentence, type AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { groupsIn, headingPhase, GROUP_NAMES, type GroupKey } from './groups.js';
import { quantifiedIn, type Quantified } from './quantifiers.js';
import { edged, contentStems } from './words.js';

interface Claim extends Quantified {
  readonly id: number;
  readonly groups: readonly GroupKey[];
  readonly stems: ReadonlySet<string>;
}

/**
 * “Many” and “most” are different findings. When the same group and the same matter get two strengths, one sentence is
 * stronger than its evidence. Statements are matched by group and by the rare words they share; doubtful pairs are left out.
 */
export function quantifierClash(report: PublishedReport, text: AuditText): Finding[] {
  const phases = new Map(report.sections.map((section) => [section.number, headingPhase(section)]));
  const claims = text.sentences
    .filter((sentence) => sentence.line >= text.firstExcerptLine)
    .flatMap((sentence) => quantifiedIn(sentence))
    .map((claim, id): Claim => ({
      ...claim,
      id,
      groups: groupsOf(claim, phases),
      stems: matter(statement(claim)),
    }))
    .filter((claim) => claim.groups.length > 0 && claim.stems.size > 0);
  const rarity = new Map<string, number>();
  for (const { stems } of claims) for (const root of stems) rarity.set(root, (rarity.get(root) ?? 0) + 1);
  const weigh = (root: string): number => Math.log(1 + claims.length / (rarity.get(root) ?? 1));

  // Only statements that share a rare word can be about the same matter.
  const byStem = new Map<string, Claim[]>();
  const scored = new Map<string, { a: Claim; b: Claim; score: number }>();
  for (const b of claims) {
    for (const root of b.stems) {
      const earlier = byStem.get(root) ?? [];
      if ((rarity.get(root) ?? 0) <= 60) {
        for (const a of earlier) {
          if (!clash(a, b) || a.groups.join() !== b.groups.join()) continue;
          const shared = [...a.stems].filter((other) => b.stems.has(other));
          const weight = shared.reduce((sum, other) => sum + weigh(other), 0);
          const all = (stems: ReadonlySet<string>): number =>
            [...stems].reduce((sum, other) => sum + weigh(other), 0);
          const score = weight / Math.max(all(a.stems), all(b.stems));
          if (score >= 0.45) scored.set(`${a.id}:${b.id}`, { a, b, score });
        }
      }
      if (earlier.length === 0) byStem.set(root, earlier);
      if (earlier.length < 80) earlier.push(b);
    }
  }
  return [...scored.values()]
    .sort((x, y) => y.score - x.score)
    .slice(0, 40)
    .map(({ a, b }) => describe(a, b));
}

/** “Many” against “most” or “all”, “some” and fewer against “many” and more; neighbours in strength are left in peace. */
function clash(a: Claim, b: Claim): boolean {
  const [weak, strong] = a.strength <= b.strength ? [a.strength, b.strength] : [b.strength, a.strength];
  if (a.sentence === b.sentence) return false;
  return strong >= 5 ? weak >= 1 && weak <= 4 : strong === 4 && (weak === 1 || weak === 2);
}

function groupsOf(claim: Quantified, phases: ReadonlyMap<string, GroupKey | null>): GroupKey[] {
  const named = groupsIn(claim.clause.slice(0, 110));
  if (named.length > 0) return named.sort();
  const group = edged(/\b(?:denne|i denne|dem i denne) (?:aldersgruppe|gruppe|livsfase)/iu).test(claim.clause)
    ? (phases.get(claim.sentence.section ?? '') ?? null)
    : null;
  return group ? [group] : [];
}

/** The statement proper: what the clause says before its first side clause, and what the sentence says before the word. */
function statement(claim: Quantified): string {
  const stop = claim.clause.slice(14).search(/[,–;:(]/u);
  return stop === -1 ? claim.clause : claim.clause.slice(0, stop + 14);
}

function matter(clause: string): Set<string> {
  const stems = contentStems(
    clause.replace(
      edged(
        /\b(?:unge|ældre|voksne|kvinder\p{L}*|mænd\p{L}*|årsalderen|aldersgruppe\p{L}*|risikogruppen|udsatte\p{L}*|kompleksitet\p{L}*|udsatheden?|problemkompleksitet|undersøgelsen|livsfase|interview\p{L}*|aldersgruppe\p{L}*|årige|psykisk|sårbare|yngre|selvom|starten|øvrige|lidt)\b/giu,
      ),
      ' ',
    ),
  );
  stems.delete('ældr');
  return stems;
}

function describe(a: Claim, b: Claim): Finding {
  const group = a.groups.map((key) => GROUP_NAMES[key]);
  const [first, second] = [lineInSentence(a.sentence, a.from), lineInSentence(b.sentence, b.from)];
  return {
    rule: 'quantifier-clash',
    severity: 'warning',
    line: second,
    message: {
      da: `»${a.word.toLowerCase()}« (linje ${first}) og »${b.word.toLowerCase()}« (linje ${second}) om ${group.map((name) => name.da).join(' + ')} og samme forhold`,
      en: `“${a.word.toLowerCase()}” (line ${first}) and “${b.word.toLowerCase()}” (line ${second}) of ${group.map((name) => name.en).join(' + ')} on the same matter`,
    },
    passages: [a, b].map((claim) => ({
      line: lineInSentence(claim.sentence, claim.from),
      text: passage(claim.sentence.text, claim.from, claim.from + claim.clause.length),
    })),
  };
}
