/** How a derived variable is made of another one: the first rule that fits gives its value. */
export interface Recipe {
  /** The variable that is recoded. */
  from: string;
  rules: RecodeRule[];
  /** A value that no rule takes: kept as it is, or no answer. */
  others: 'keep' | 'missing';
}

/** Values, or all from one to another (both included, null: no end), become `to`; null is no answer. */
export interface RecodeRule {
  values: (number | string)[];
  range: { from: number | null; to: number | null } | null;
  to: number | null;
}
