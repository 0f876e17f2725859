import './classes.css';
import type { GapAct } from '@bagom/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useChoice } from '../routes.js';
import { ClassJobs, JobBars, useClassJobs } from './class-jobs.js';
import { FitDialog } from './fit-dialog.js';
import type { Model } from './model.js';
import { ModelList } from './model-list.js';
import { ModelMargin } from './model-margin.js';
import { MethodsChecklist } from './methods-view.js';
import { ModelView } from './model-view.js';
import { ScoreDialog } from './score-dialog.js';
import type { View } from './views.js';

/** Latent classes: the models at the left, the chosen one in the middle, its names at the right. */
export function ClassesPage() {
  const client = useQueryClient();
  const [, setModel] = useChoice('model');
  const onFitted = useCallback(
    (made: string[]) => {
      // Of what was made the model with the lowest BIC is shown first; which one to use is the reader's choice.
      void client.fetchQuery(queries.classes()).then(({ models }) => {
        const first = models
          .filter(({ id }) => made.includes(id))
          .toSorted((a, b) => a.fit.bic - b.fit.bic)[0];
        if (first) setModel(first.id);
      });
    },
    [setModel, client],
  );
  return (
    <ClassJobs onFitted={onFitted}>
      <ClassesDesk />
    </ClassJobs>
  );
}

function ClassesDesk() {
  const m = useMessages();
  const classes = useQuery(queries.classes());
  const survey = useQuery(queries.survey());
  const { jobs, start } = useClassJobs();
  const [fitting, setFitting] = useState(false);
  const [scoring, setScoring] = useState(false);
  const hasSurvey = (survey.data?.waves.length ?? 0) > 0;
  const busy = jobs.some(({ kind }) => kind === 'fit');
  const fit = () => setFitting(true);
  useActions([{ id: 'fit', name: m.classes.fit, keys: 'b', run: fit, disabled: !hasSurvey || busy }]);
  const button = (
    <Button
      look={classes.data?.models.length ? 'plain' : 'main'}
      keys="b"
      isDisabled={!hasSurvey || busy}
      onPress={fit}
    >
      {m.classes.fit}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader station="classes" title={m.classes.title} lead={m.classes.lead}>
        {button}
      </PageHeader>
      <JobBars />
      <Read query={classes}>
        {({ models }) =>
          models.length === 0 ? (
            <Empty
              title={m.classes.emptyTitle}
              act={
                <>
                  {hasSurvey && button}
                  <Button onPress={() => setScoring(true)}>{m.scoring.fromFile}</Button>
                </>
              }
              example={<p className="hint">{m.classes.emptyExample}</p>}
            >
              <p>{m.classes.empty}</p>
              {!hasSurvey && survey.data && (
                <p>
                  {m.classes.emptyNoSurvey} <Link to="/survey">{m.words.next['import-survey']}</Link>
                </p>
              )}
            </Empty>
          ) : (
            <ModelPanes models={models} onFit={fit} />
          )
        }
      </Read>
      {scoring && <ScoreDialog model={null} onClose={() => setScoring(false)} />}
      {fitting && survey.data && (
        <FitDialog
          survey={survey.data}
          onClose={() => setFitting(false)}
          onStarted={({ id }) => {
            setFitting(false);
            start({ id, label: m.classes.fitting, kind: 'fit', modelId: null });
          }}
        />
      )}
    </div>
  );
}

function ModelPanes({ models, onFit }: { models: Model[]; onFit: () => void }) {
  const m = useMessages();
  const [modelId, setModel] = useChoice('model');
  const model = models.find(({ id }) => id === modelId) ?? models.find(({ chosen }) => chosen) ?? models[0];
  const step = (by: number) => {
    const next = models[models.findIndex(({ id }) => id === model?.id) + by];
    if (next) setModel(next.id);
  };
  useActions([
    { id: 'next-model', name: m.classes.nextModel, keys: 'j', run: () => step(1) },
    { id: 'previous-model', name: m.classes.previousModel, keys: 'k', run: () => step(-1) },
  ]);
  const [view, setView] = useChoice('view');
  const [marked, setMarked] = useState<string | null>(null);
  if (!model) return null;
  const margin = {
    name: m.classes.margin,
    children: <ModelMargin key={model.id} model={model} />,
  };
  const checklist = {
    name: m.judging.checklist,
    children: (
      <MethodsChecklist
        model={model}
        models={models}
        onShow={setMarked}
        onAct={(act) => (act === 'fit' ? onFit() : setView(VIEW_OF[act]))}
      />
    ),
  };
  return (
    <Panes
      id="classes"
      name={model.name}
      left={{
        name: m.classes.models,
        width: 262,
        min: 200,
        children: <ModelList models={models} chosen={model.id} onChoose={({ id }) => setModel(id)} />,
      }}
      right={{ width: 290, min: 240, ...(view === 'methods' ? checklist : margin) }}
    >
      <ModelView key={model.id} model={model} models={models} onModel={setModel} marked={marked} />
    </Panes>
  );
}

/** Where what the methods section lacks is done. */
const VIEW_OF: Record<Exclude<GapAct, 'fit'>, View> = {
  'standard-errors': 'explain',
  'likelihood-ratio': 'choose',
  residuals: 'trust',
  choose: 'choose',
  reason: 'choose',
  names: 'profile',
};
