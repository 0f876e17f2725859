import './classes.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { JobProgress, type Job } from '../parts/job-progress.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { useRemembered } from '../parts/remembered.js';
import { useChoice } from '../routes.js';
import { FitDialog } from './fit-dialog.js';
import type { Model } from './model.js';
import { ModelList } from './model-list.js';
import { ModelMargin } from './model-margin.js';
import { ModelView } from './model-view.js';

/** Latent classes: the models at the left, the chosen one in the middle, its names and respondents at the right. */
export function ClassesPage() {
  const m = useMessages();
  const classes = useQuery(queries.classes());
  const survey = useQuery(queries.survey());
  const client = useQueryClient();
  const [fitting, setFitting] = useState(false);
  const [job, setJob] = useRemembered<string | null>('classes.job', null);
  const [, setModel] = useChoice('model');
  const hasSurvey = (survey.data?.waves.length ?? 0) > 0;
  const onEnd = useCallback(
    (ended: Job | null) => {
      setJob(null);
      if (!ended || ended.made.length === 0) return;
      // Of what was made the model with the lowest BIC is shown first; which one to use is the reader's choice.
      void client.fetchQuery(queries.classes()).then(({ models }) => {
        const made = models
          .filter(({ id }) => ended.made.includes(id))
          .toSorted((a, b) => a.fit.bic - b.fit.bic);
        if (made[0]) setModel(made[0].id);
      });
    },
    [setJob, setModel, client],
  );
  const fit = () => setFitting(true);
  useActions([{ id: 'fit', name: m.classes.fit, keys: 'b', run: fit, disabled: !hasSurvey || job !== null }]);
  const button = (
    <Button
      look={classes.data?.models.length ? 'plain' : 'main'}
      keys="b"
      isDisabled={!hasSurvey || job !== null}
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
      {job && (
        <div className="classes-job">
          <JobProgress id={job} label={m.classes.fitting} onEnd={onEnd} />
        </div>
      )}
      <Read query={classes}>
        {({ models }) =>
          models.length === 0 ? (
            <Empty
              title={m.classes.emptyTitle}
              act={hasSurvey && button}
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
            <ModelPanes models={models} />
          )
        }
      </Read>
      {fitting && survey.data && (
        <FitDialog
          survey={survey.data}
          onClose={() => setFitting(false)}
          onStarted={(started) => {
            setFitting(false);
            setJob(started.id);
          }}
        />
      )}
    </div>
  );
}

function ModelPanes({ models }: { models: Model[] }) {
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
  if (!model) return null;
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
      right={{
        name: m.classes.margin,
        width: 290,
        min: 240,
        children: <ModelMargin key={model.id} model={model} />,
      }}
    >
      <ModelView key={model.id} model={model} models={models} onModel={setModel} />
    </Panes>
  );
}
