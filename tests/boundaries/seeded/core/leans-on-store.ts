// A wall broken on purpose: core may lean on nothing. boundaries.test.ts expects the machine to find this.
import type { StudyFile } from '@bagom/store';
import { readFileSync } from 'node:fs';

export const broken = (file: StudyFile): string => file.location + readFileSync.name;
