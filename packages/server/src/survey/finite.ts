/** A figure as JSON can say it: what is not known, or has no end, is null. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
