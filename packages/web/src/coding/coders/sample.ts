import { CONSENSUS_CODER } from '@bagom/core';
import type { Outputs } from '../../api.js';

export type Sample = Outputs['doubleCodings']['read']['doubleCodings'][number];
export type Found = NonNullable<Outputs['doubleCodings']['agreement']['found']>;
export type Agreement = Found['overall'];
export type Disagreement = Outputs['doubleCodings']['disagreements']['disagreements'][number];

/** Somebody who codes, and not the coding that all agreed on. */
export const isCodingCoder = ({ id }: { id: string }): boolean => id !== CONSENSUS_CODER;
