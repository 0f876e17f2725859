/** 0 up to `total` in `parts` ranges at most. */
export function rangesOf(total: number, parts: number): { from: number; to: number }[] {
  const length = Math.ceil(total / parts);
  return Array.from({ length: Math.ceil(total / length) }, (_, i) => ({
    from: i * length,
    to: Math.min(total, (i + 1) * length),
  }));
}
