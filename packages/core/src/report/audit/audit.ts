import type { PublishedReport } from '../published.js';
import { ageInSpeech, twoAges } from './ages.js';
import { auditText } from './audit-text.js';
import { claimWithoutVoice, personOutOfGroup } from './claim-without-voice.js';
import { counterCase } from './counter-case.js';
import { crossReference } from './cross-reference.js';
import type { AuditRule, Finding, FindingRule, FindingSeverity } from './finding.js';
import { brackets, omissionMarks, placeholders } from './marks-house.js';
import { namesAlike } from './names-alike.js';
import { printedForm, repeatedWord } from './printed-form.js';
import { pronounClash } from './pronoun-clash.js';
import { quantifierClash } from './quantifier-clash.js';
import { quotePrintedTwice } from './quote-printed-twice.js';
import { quotedWords } from './quoted-words.js';
import { sampleShare } from './sample-share.js';
import { severalNames } from './several-names.js';
import { speakerLabel } from './speaker-label.js';
import { unmasked } from './unmasked.js';

export type { Finding, FindingPassage, FindingRule, FindingSeverity } from './finding.js';

/** In the order of what a reader is misled by: who said it, what was said, who can be known, what is claimed, form. */
const RULES: Readonly<Record<FindingRule, AuditRule>> = {
  'speaker-label': speakerLabel,
  'two-ages': twoAges,
  'quote-printed-twice': quotePrintedTwice,
  'age-in-speech': ageInSpeech,
  unmasked,
  'quoted-words': quotedWords,
  'pronoun-clash': pronounClash,
  'quantifier-clash': quantifierClash,
  'counter-case': counterCase,
  'claim-without-voice': claimWithoutVoice,
  'sample-share': sampleShare,
  'cross-reference': crossReference,
  'person-out-of-group': personOutOfGroup,
  'several-names': severalNames,
  'names-alike': namesAlike,
  brackets,
  placeholders,
  'omission-marks': omissionMarks,
  'repeated-word': repeatedWord,
  'printed-form': printedForm,
};

/** The checks by name, in the order of the findings. */
export const FINDING_RULES = Object.keys(RULES) as readonly FindingRule[];

export interface AuditOptions {
  /** Only these checks; all when left out. */
  readonly rules?: readonly FindingRule[];
  /** Nothing milder than this: `warning` leaves notes out. */
  readonly atLeast?: FindingSeverity;
  /** Names that are replacements themselves, chosen by the study: they stand open because nobody bears them. */
  readonly known?: ReadonlySet<string>;
}

const RANK: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Reads a published report as a critical reader does and lists what does not hold together, the gravest first, then by
 * check and line. The same report always gives the same list.
 */
export function auditReport(report: PublishedReport, options: AuditOptions = {}): Finding[] {
  const text = auditText(report, options.known);
  const least = RANK[options.atLeast ?? 'note'];
  const order = new Map(FINDING_RULES.map((rule, at) => [rule, at]));
  return FINDING_RULES.filter((rule) => options.rules?.includes(rule) ?? true)
    .flatMap((rule) => RULES[rule](report, text))
    .filter((finding) => RANK[finding.severity] <= least)
    .sort(
      (a, b) =>
        RANK[a.severity] - RANK[b.severity] ||
        (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0) ||
        a.line - b.line,
    );
}
