import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import { ClassFlow } from './class-flow.js';
import { ClassRespondents } from './class-respondents.js';
import { Enumeration } from './enumeration.js';
import { useClassNames, type Model } from './model.js';
import { ProfileView } from './profile-view.js';
import { Trust } from './trust.js';
import { VIEWS, viewOf } from './views.js';

/** One model, a view at a time: how many classes there should be, what marks them, whether it holds, who is in them. */
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
  const [named, setView] = useChoice('view');
  const view = viewOf(named);
  const { fit } = model;
  const counts = m.words.counts;
  useActions(
    VIEWS.map((one, i) => ({
      id: `view-${one}`,
      name: m.classes.openView(m.classes.views[one]),
      keys: String(i + 1),
      run: () => setView(one),
    })),
  );
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
        {model.stale && <p className="wrong">{m.classes.stale}</p>}
        {!fit.identified && <p className="wrong">{m.classes.notIdentified}</p>}
        <div className="model-views">
          <Segmented
            label={m.classes.view}
            value={view}
            options={VIEWS.map((one) => ({ value: one, name: m.classes.views[one] }))}
            onChange={setView}
          />
        </div>
      </header>
      {view === 'choose' && (
        <>
          <Enumeration model={model} models={models} onModel={onModel} />
          <ClassFlow model={model} />
        </>
      )}
      {view === 'profile' && <ProfileView model={model} models={models} names={names} />}
      {view === 'trust' && <Trust model={model} names={names} />}
      {view === 'respondents' && <ClassRespondents model={model} names={names} />}
    </div>
  );
}
