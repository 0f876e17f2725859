import { isReadable } from '@bagom/core';
import { useState, type ReactNode } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import type { Model } from './model.js';

/** Covers the figures of a model that must not be read: they are shown only to who asks for them, under a warning. */
export function CoverUnlessReadable({ model, children }: { model: Model; children: ReactNode }) {
  const m = useMessages();
  const f = useFormat();
  const [shown, setShown] = useState(false);
  if (isReadable(model)) return <>{children}</>;
  const { identified, rank, npar } = model.fit;
  return (
    <>
      <div className="not-readable" role="alert">
        <p className="not-readable-title">
          <Icon name="warning" /> {identified ? m.judging.notSettled : m.judging.notReadable}
        </p>
        <p>
          {identified
            ? m.judging.checks.notConvergedAct
            : m.judging.notReadableWhy(f.number(rank ?? NaN), f.number(npar))}
        </p>
        {!shown && (
          <Button small onPress={() => setShown(true)}>
            {m.judging.showAnyway}
          </Button>
        )}
      </div>
      {shown && <div className="unreadable">{children}</div>}
    </>
  );
}
