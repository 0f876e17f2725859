/** The last part of a path, without signs that no screen shows. */
export function printableName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}|\p{Cf}|\p{Surrogate}/gu, '')
      .trim()
      .slice(0, 200) || '—'
  );
}
