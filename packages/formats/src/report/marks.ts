import type { PublishedMark, PublishedMarkKind } from '@bagom/core';

const SIGNS = /\[[^[\]\n]{1,160}\]|\((?:…|\.{3})\)|\((\p{L}[^()\n]{1,60})\)|…|\.{3,}/gu;
const OMISSION = /^[([](?:…|\.{3})[)\]]$/u;
const SOUND =
  /^(?:lang|kort|lille)?\s*(?:griner|grin|ler|latter|fniser|smiler|sukker|suk|græder|hulker|snøfter|hoster|rømmer|knipser|nikker|ryster|hvisker|peger|klapper|laughs?|laughing|laughter|sighs?|cries|crying|smiles?|coughs?|nods)(?:\s.*)?$/u;
const SILENCE = /^(?:.*\s)?(?:pause|tavshed|stilhed|silence)$/u;
const HIDDEN = /anonymi[st]|navn\b|navnet?\b|\bname\b|redacted/u;
const PLACEHOLDER =
  /^(?:\p{L}+\s){0,2}\p{L}*(?:by|byen|naboby|bydel|bydelen|sted|stedet|stedets|gade|gaden|vej|vejen|park|parken|region|kommune|land|landet|ø|øen|restaurant|café|supermarked|supermarkedet|butik|butikken|tilbud|tilbuddet|tilbuddets|værested|værestedet|center|centret|centeret|skole|skolen|virksomhed|virksomheden|hospital|hospitalet|forening|foreningen|organisation|organisationen|erhverv|occupation|service|klub|klubben|medarbejder|medarbejderen|mentor|mentoren|person|personen|datter|søn|bror|søster|kæreste|kontaktperson|måned|dato|årstal|diagnose|medicin|city|town|street|shop|place|school|hospital|month|date)(?:\s?\d{1,3})?(?:\s(?:i|på|for|langt|nær|tæt|ved|af|in|near)\s.*)?$/u;

/** What a bracket of an excerpt does, told from its words. A signature as in `, red.` means that the editor speaks. */
export function bracketKind(inside: string): PublishedMarkKind {
  const words = inside.trim().toLowerCase();
  if (SOUND.test(words)) return 'nonverbal';
  if (SILENCE.test(words)) return 'pause';
  if (HIDDEN.test(words)) return 'masked';
  if (/,\s*(?:red|ed)\.?$/u.test(words)) return 'editor';
  if (/^(?:på|i|fra|til|ved|om|at|med|for|in|at|on|from)\s/u.test(words)) return 'editor';
  return PLACEHOLDER.test(words) ? 'masked' : 'editor';
}

/** The editor's signs of one turn. Round brackets count only when their words can be nothing else. */
export function marksOf(text: string, turn: number): PublishedMark[] {
  const marks: PublishedMark[] = [];
  for (const match of text.matchAll(SIGNS)) {
    const sign = match[0];
    const from = match.index;
    let kind: PublishedMarkKind;
    if (OMISSION.test(sign)) kind = 'omission';
    else if (sign.startsWith('[')) kind = bracketKind(sign.slice(1, -1));
    else if (sign.startsWith('(')) {
      kind = bracketKind(match[1] ?? '');
      if (kind === 'editor' || (kind === 'masked' && /\s/u.test(match[1] ?? ''))) continue;
    } else kind = 'pause';
    marks.push({ turn, from, to: from + sign.length, kind, text: sign });
  }
  return marks;
}
