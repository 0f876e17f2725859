/** Something in a file that was not read, or not written, as it stands. */
export interface ImportNote {
  line: number | null;
  kind: string;
  text: string;
}
