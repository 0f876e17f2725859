import { BagomError } from '@bagom/core';
import type { Damage } from '../bytes/byte-cursor.js';

export const dtaDamage =
  (file: string): Damage =>
  (at, reason) =>
    new BagomError('dta.damaged', { file, at, reason });

export const dtaUnsupported = (file: string, reason: string): BagomError =>
  new BagomError('dta.unsupported', { file, reason });
