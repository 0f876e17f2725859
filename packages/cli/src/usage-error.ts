import { BagomError } from '@bagom/core';

/** The command line itself is wrong: exit code 2, where anything wrong with a study or file is 1. */
export class UsageError extends BagomError {}
