import { useFormat, useMessages } from '../language.js';
import { ShareBar } from '../parts/share-bar.js';
import { useClassNames, type Model } from './model.js';
import { Enumeration } from './enumeration.js';
import { Profile } from './profile.js';
import { Trust } from './trust.js';

/** One model: how big its classes are, what marks them, how many classes there should be, and whether it can be trusted. */
export function ModelView({
  model,
  models,
  onModel,
}: {
  model: Model;
  models: Model[];
  onModel: (id: string) => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const names = useClassNames(model);
  const { fit } = model;
  const counts = m.words.counts;
  return (
    <div className="pane-body model-view">
      <header>
        <h2>{model.name}</h2>
        <p className="hint">
          {m.classes.facts(
            f.count(fit.n, counts.respondents),
            f.count(fit.patterns, counts.patterns),
            model.weightId ? m.classes.weightedBy : m.classes.noWeight,
            m.words.missingRule[model.missing],
            String(model.seed),
            f.number(model.starts),
          )}
        </p>
        {!fit.identified && <p className="wrong">{m.classes.notIdentified}</p>}
      </header>
      <section>
        <h2>{m.classes.shares}</h2>
        <ShareBar parts={fit.shares.map((share, i) => ({ name: names[i] ?? '', share }))} of={fit.n} />
      </section>
      <Profile model={model} names={names} />
      <Enumeration model={model} models={models} onModel={onModel} />
      <Trust model={model} names={names} />
    </div>
  );
}
