import { CLOCK, seconds } from './clock.js';
import type { Mark, MarkKind } from './source.js';

/** Words of a cue wherever they stand in a square bracket. */
const NONVERBAL =
  /griner|(?<!\p{L})ler(?!\p{L})|latter|sukker|græder|hulker|snøfter|stilhed|tav|hoster|rømmer|nynner|hvisker|råber|tårer|smiler|ryster|nikker|laugh|sigh|cries|crying|silence|cough|smil|shrug|nods|whisper|applause|skratt|suckar|gråter|lacht|seufzt|weint|hustet/iu;
/** Words that a round bracket or a pair of asterisks holds only when they are a cue. */
const CUE =
  /^(?:lidt |lille |kort |lang |let |højt |både |de |hun |han |begge |alle )*(?:griner|ler|fniser|latter|sukker|suk|græder|hulker|snøfter|hoster|rømmer sig|nynner|hvisker|smiler|nikker|ryster på hovedet|peger|klapper|laughs?|laughing|laughter|chuckles|sighs?|cries|crying|coughs?|smiles?|nods|whispers?|shrugs)(?:[ ,].{0,60})?$/iu;
const MASKED =
  /navn$|anonym|maskeret|masked|redacted|^(?:tilbud|sted|by|arbejdsplads|værested|skole|firma|gade|kommune|bydel)/iu;
const PAUSE =
  /^(?:(?:kort|lang|lille|længere|short|long|brief)\s+)?(?:pause|tavshed|stilhed|silence)(?![\p{L}])/iu;
const LENGTH = /(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:s|sek|sec|sekunder|seconds|sekunden)?(?![\p{L}\d])/iu;
const OVERLAP =
  /(?:taler|snakker|speaking|talking|tale)\s+(?:samtidigt?|i munden|over|at the same time|together)|overlap|i munden på|crosstalk|samtidig tale/iu;
const INAUDIBLE =
  /uhørlig|ikke hørbar|kan ikke høres|uforståelig|inaudible|unintelligible|not audible|unverständlich|ohörbart/iu;
const UNCLEAR = /utydelig|uklar|usikker|unclear|indistinct|^\?+$|^\p{L}[^?]{0,60}\?$|^x{2,}$/iu;
const BARE_CLOCK = new RegExp(`^${CLOCK}$`);

/**
 * The signs transcribers use: square brackets, round brackets with a length or a cue, double round brackets, asterisks, dots,
 * f4's time codes, and slashes around words spoken over another's.
 */
const SIGNS =
  /\[[^\][\n]{1,160}\]|\(\([^()\n]{1,120}\)\)|\((?:…|\.{1,3}|[^()\n]{1,80})\)|…|\.{3,}|#\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#|\*\p{L}[^*\n]{1,40}\*|\/\/[^/\n]{1,120}\/\//gu;

/** What is no word of the speaker's, told from how it is written. Non-verbal cues are evidence; they stay in the text. */
export function readMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: sign, index: from } of text.matchAll(SIGNS)) {
    const read = meaningOf(sign);
    if (read) marks.push({ from, to: from + sign.length, ...read });
  }
  return marks;
}

type Meaning = { kind: MarkKind; seconds?: number };

function meaningOf(sign: string): Meaning | null {
  switch (sign[0]) {
    case '#':
      return timed(sign.slice(1, -1).replace('-', '.'));
    case '…':
    case '.':
      return { kind: 'pause' };
    case '/':
      return { kind: 'overlap' };
    case '*':
      return CUE.test(sign.slice(1, -1)) ? { kind: 'nonverbal' } : null;
    case '[':
      return squareBracket(sign.slice(1, -1).trim());
    default:
      return sign.startsWith('((')
        ? doubleBracket(sign.slice(2, -2).trim())
        : roundBracket(sign.slice(1, -1).trim());
  }
}

function squareBracket(words: string): Meaning {
  if (/^(?:…|\.{3,})$/.test(words)) return { kind: 'omission' };
  if (BARE_CLOCK.test(words)) return timed(words);
  const sound = doubt(words) ?? silence(words);
  if (sound) return sound;
  if (NONVERBAL.test(words)) return { kind: 'nonverbal' };
  return { kind: MASKED.test(words) ? 'masked' : 'editor' };
}

/** `((griner))`: what conversation analysts write of what they heard that is no word. */
function doubleBracket(words: string): Meaning {
  return doubt(words) ?? silence(words) ?? { kind: 'nonverbal' };
}

/** A round bracket is speech unless its words can be nothing else. */
function roundBracket(words: string): Meaning | null {
  if (/^(?:…|\.{3})$/.test(words)) return { kind: 'omission' };
  if (/^\.{1,2}$/.test(words)) return { kind: 'pause' };
  if (/^\d{1,2}[.,]\d{1,2}$|^\d{1,3}\s*(?:s|sek|sec|sekunder|seconds)\.?$/i.test(words))
    return { kind: 'pause', seconds: Number(/[\d.,]*\d/.exec(words)![0].replace(',', '.')) };
  if (/^\?+$/.test(words) || /^(?:utydeligt?|uklart?|unclear|indistinct|x{3,})(?:[ ,].*)?$/i.test(words))
    return { kind: 'unclear' };
  if (INAUDIBLE.test(words)) return { kind: 'inaudible' };
  if (OVERLAP.test(words)) return { kind: 'overlap' };
  if (PAUSE.test(words)) return silence(words);
  if (BARE_CLOCK.test(words)) return timed(words);
  return CUE.test(words) ? { kind: 'nonverbal' } : null;
}

function doubt(words: string): Meaning | null {
  if (OVERLAP.test(words)) return { kind: 'overlap' };
  if (INAUDIBLE.test(words)) return { kind: 'inaudible' };
  return UNCLEAR.test(words) ? { kind: 'unclear' } : null;
}

function silence(words: string): Meaning | null {
  const bare = /^\d{1,3}(?:[.,]\d{1,2})?\s*(?:s|sek|sec|sekunder|seconds)\.?$/i.test(words);
  if (!bare && !PAUSE.test(words)) return null;
  const length = LENGTH.exec(words)?.[1];
  return length ? { kind: 'pause', seconds: Number(length.replace(',', '.')) } : { kind: 'pause' };
}

function timed(clock: string): Meaning {
  const at = seconds(clock);
  return at === null ? { kind: 'time' } : { kind: 'time', seconds: at };
}
