import { BagomError } from '@bagom/core';
import type { Damage } from '../bytes/byte-cursor.js';

export const savDamage =
  (file: string): Damage =>
  (at, reason) =>
    new BagomError('sav.damaged', { file, at, reason });

export const savUnsupported = (file: string, reason: string): BagomError =>
  new BagomError('sav.unsupported', { file, reason });
