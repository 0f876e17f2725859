import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import { Choice } from './choice.js';
import { ClassFlow } from './class-flow.js';
import { ClassRespondents } from './class-respondents.js';
import { Enumeration } from './enumeration.js';
import { Explain } from './explain.js';
import { MethodsView } from './methods-view.js';
import { useClassNames, type Model } from './model.js';
import { CoverUnlessReadable } from './not-readable.js';
import { ProfileView } from './profile-view.js';
import { Trust } from './trust.js';
import { VIEWS, viewOf } from './views.js';

/**
 * One model, a view at a time: how many classes there should be, what marks them, whether it holds, what goes with it, who is
 * in them, and how all that is written down. Figures that must not be read are covered.
 */
export function ModelView({
  model,
  models,
  onModel,
  marked,
}: {
  model: Model;
  models: Model[];
  onModel: (id: string) => void;
  /** The sentence of the methods section that the list beside it points at. */
  marked: string | null;
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
          <Choice model={model} />
        </>
      )}
      {view === 'trust' && <Trust model={model} names={names} />}
      {view !== 'choose' && view !== 'trust' && (
        <CoverUnlessReadable model={model}>
          {view === 'profile' && <ProfileView model={model} models={models} names={names} />}
          {view === 'explain' && <Explain model={model} names={names} />}
          {view === 'respondents' && <ClassRespondents model={model} names={names} />}
          {view === 'methods' && <MethodsView model={model} models={models} marked={marked} />}
        </CoverUnlessReadable>
      )}
    </div>
  );
}
