/** Something a person can do here. With `keys` one key does it; every action stands in the command palette. */
export interface Action {
  id: string;
  name: string;
  /** `n`, `mod+k`, `mod+shift+z`, `?`, `Delete`, or a sequence `g 3`. `mod` is Ctrl, on a Mac Cmd. */
  keys?: string;
  run: () => void;
  disabled?: boolean;
  /** Not shown in the palette (what only makes sense as a key). */
  hidden?: boolean;
}
export type Place = 'everywhere' | 'page';
export interface Registered extends Action {
  place: Place;
}
