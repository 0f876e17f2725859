import type { ClassAnalysisKind } from '@bagom/core';
import { useState, type ReactNode } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Skeleton } from '../parts/read.js';
import { Select } from '../parts/select.js';
import type { Model } from './model.js';
import { useAnalyses, type AnalysisOf } from './use-analyses.js';

/** The analyses of one kind that are kept with the model: the newest is shown, the others can be chosen or removed. */
export function KeptAnalyses<K extends ClassAnalysisKind>(props: {
  model: Model;
  kind: K;
  /** What was asked for, in a few words. */
  name: (analysis: AnalysisOf<K>) => string;
  /** What is said while there is none. */
  empty: string;
  children: (analysis: AnalysisOf<K>) => ReactNode;
}) {
  const { model, kind, name, empty, children } = props;
  const m = useMessages();
  const f = useFormat();
  const kept = useAnalyses(model, kind);
  const remove = useChange(api.classes.removeAnalysis);
  const [chosen, setChosen] = useState<string>();
  if (!kept) return <Skeleton lines={4} />;
  const shown = kept.find(({ id }) => id === chosen) ?? kept[0];
  if (!shown) return <p className="hint">{empty}</p>;
  return (
    <section>
      <div className="row end kept-analyses">
        {kept.length > 1 ? (
          <Select
            label={m.judging.keptAnalyses}
            value={shown.id}
            options={kept.map((one) => ({ value: one.id, name: name(one), note: f.time(one.createdAt) }))}
            onChange={setChosen}
          />
        ) : (
          <p className="kept-name">
            {name(shown)} <span className="hint">{f.time(shown.createdAt)}</span>
          </p>
        )}
        <Button
          look="quiet"
          small
          isDisabled={remove.isPending}
          onPress={() => remove.mutate({ id: shown.id })}
        >
          {m.judging.removeAnalysis}
        </Button>
      </div>
      {children(shown)}
    </section>
  );
}
