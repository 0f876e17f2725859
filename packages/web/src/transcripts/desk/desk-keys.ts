/** The keys of the desk: those of a foot pedal are single, so that a pedal can send them. */
export const DESK_KEYS = {
  play: 'F4',
  back: 'F2',
  slower: 'F8',
  faster: 'F9',
  loop: 'F10',
  time: 'mod+j',
  speaker: 'mod+Enter',
  save: 'mod+s',
  replace: 'mod+h',
} as const;
