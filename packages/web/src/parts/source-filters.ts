import type { Messages } from '../messages/da.js';
import type { SourceFilter } from './source-list.js';

/** The ways to narrow a list of texts that every station with texts offers. */
export function sourceFilters(m: Messages): SourceFilter[] {
  const words = m.transcripts.filters;
  return [
    { value: 'young', name: words.young, keep: (s) => s.phase === 'young' },
    { value: 'adult', name: words.adult, keep: (s) => s.phase === 'adult' },
    { value: 'older', name: words.older, keep: (s) => s.phase === 'older' },
    { value: 'lower', name: words.lower, keep: (s) => s.complexity === 'lower' },
    { value: 'higher', name: words.higher, keep: (s) => s.complexity === 'higher' },
    { value: 'open', name: words.open, keep: (s) => s.openMentions > 0 || s.mentions === 0 },
    { value: 'uncoded', name: words.uncoded, keep: (s) => s.codings === 0 },
    { value: 'noPerson', name: words.noPerson, keep: (s) => s.participantId === null },
  ];
}
