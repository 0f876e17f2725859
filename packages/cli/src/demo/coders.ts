/** The two who coded, and the day on which each began. */
export const CODERS = {
  A: ['Signe Bruun', 'SB', '2025-08-11'],
  B: ['Karen Toft Lund', 'KTL', '2025-09-01'],
} as const;
