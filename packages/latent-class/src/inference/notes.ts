/** What a reader of standard errors or tests must know. `code` is for a program to word; `data` holds the figures. */
export interface InferenceNote {
  readonly code:
    | 'boundary-fixed'
    | 'weights-ignored'
    | 'not-at-maximum'
    | 'nearly-singular'
    | 'lonely-units-adjusted'
    | 'few-units'
    | 'replicates-not-converged'
    | 'fit-not-replicated'
    | 'samples-not-replicated';
  readonly data: Readonly<Record<string, string | number>>;
}
