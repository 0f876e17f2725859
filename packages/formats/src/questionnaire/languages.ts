/** The language to read: the one wanted, by its whole name or its first letters (`da` for `da-DK` and `Dansk (da)`), else the first. */
export function chosenLanguage(languages: readonly string[], wanted: string): string {
  const short = wanted.toLowerCase();
  if (short === '') return languages[0] ?? '';
  return (
    languages.find((language) => language.toLowerCase() === short) ??
    languages.find((language) => codeOf(language) === short) ??
    languages[0] ??
    ''
  );
}

/** `Dansk (da)` and `da-DK` are `da`; `Dansk` is itself. */
export function codeOf(language: string): string {
  const code =
    /\(([a-z]{2,3})(?:[-_]\w+)*\)\s*$/i.exec(language)?.[1] ??
    /^([a-z]{2,3})(?:[-_]\w+)*$/i.exec(language)?.[1];
  return (code ?? language).toLowerCase();
}
