import type { ErrorsKind } from '@bagom/core';

/** Which standard errors are proposed where nothing else is asked for: they hold with weights, and where the model is not quite right. */
export const USUAL_ERRORS = 'sandwich' satisfies ErrorsKind;
