import type { search as danish } from '../da/search.js';

export const search: typeof danish = {
  title: 'Search the whole study',
  placeholder: 'Search transcripts, memos, codes, claims …',
  kinds: {
    text: 'Transcripts',
    memo: 'Memos',
    code: 'Codes',
    claim: 'Claims',
    reference: 'Literature',
    person: 'Participants',
    site: 'Sites',
    report: 'Report',
  },
  places: { one: 'hit', other: 'hits' },
  kindsLabel: 'Where to search',
  all: 'Everything',
  claimNumber: (number) => `Claim ${number}`,
  untitled: 'Untitled',
  none: 'Nowhere do all the words stand together. Try fewer words, or the beginning of a word with a star: lone*',
  teach: [
    ['friend', 'also finds friends and friend’s; Danish words in Danish texts likewise'],
    ['friends miss', 'both words in the same turn or paragraph'],
    ['"go for a walk"', 'just these words, one after the other'],
    ['lone*', 'all words that begin so'],
  ],
  asTranscribed:
    'Transcripts are shown as they were transcribed: what is masked can be found here too. The words of those who withdrew are not searched.',
  reading: (done, of) => `Still reading the texts: ${done} of ${of}. The rest follows by itself.`,
  moreThere: (shown, total) => `the first ${shown} of ${total} are shown`,
  showKind: (kind) => `Only ${kind.toLowerCase()}`,
  go: 'go there',
  walk: 'choose',
};
