/** Text as the study keeps it: NFC, line feeds, no byte order mark, no trailing blanks on lines, one line feed at the end. */
export function normaliseText(text: string): string {
  return (
    text
      .replace(/^\uFEFF/, '')
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+$/gm, '')
      .trim() + '\n'
  );
}
