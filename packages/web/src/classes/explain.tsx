import { useState } from 'react';
import { useMessages } from '../language.js';
import { Segmented } from '../parts/select.js';
import { Covariates } from './covariates.js';
import { DistalOutcome } from './distal-outcome.js';
import type { Model } from './model.js';
import { StandardErrors } from './standard-errors.js';
import { Waves } from './waves.js';

export const EXPLANATIONS = ['standard-errors', 'covariates', 'distal', 'waves'] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** How sure the figures are, and how the classes go with other things. */
export function Explain({
  model,
  names,
  first = 'standard-errors',
}: {
  model: Model;
  names: string[];
  first?: Explanation | undefined;
}) {
  const m = useMessages();
  const [shown, setShown] = useState<Explanation>(first);
  return (
    <>
      <Segmented
        label={m.judging.explain}
        value={shown}
        options={EXPLANATIONS.map((one) => ({ value: one, name: m.judging.kinds[one] }))}
        onChange={setShown}
      />
      {shown === 'standard-errors' && <StandardErrors model={model} names={names} />}
      {shown === 'covariates' && <Covariates model={model} names={names} />}
      {shown === 'distal' && <DistalOutcome model={model} names={names} />}
      {shown === 'waves' && <Waves model={model} names={names} />}
    </>
  );
}
