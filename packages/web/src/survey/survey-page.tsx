import './survey.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { useImport } from '../parts/import-dialog.js';
import { PageHeader } from '../parts/page-header.js';
import { Panes } from '../parts/panes.js';
import { Read } from '../parts/read.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import { AnswerRows } from './answer-rows.js';
import { CrosstabView } from './crosstab-view.js';
import { EstimatesView } from './estimates-view.js';
import { MissingView } from './missing-view.js';
import { SampleDialog } from './sample-dialog.js';
import type { Survey, Variable, Wave } from './survey.js';
import { VariableList } from './variable-list.js';
import { VariableMargin } from './variable-margin.js';
import { VariableView } from './variable-view.js';
import { WaveFiles } from './wave-files.js';

/** The survey: its variables at the left, the chosen one's answers in the middle, what it is for at the right. */
export function SurveyPage() {
  const m = useMessages();
  const openImport = useImport();
  const importSurvey = () => openImport({ as: 'survey' });
  useActions([{ id: 'import-survey', name: m.words.next['import-survey'], keys: 'i', run: importSurvey }]);
  return (
    <div className="page">
      <Read query={useQuery(queries.survey())}>
        {(survey) =>
          survey.waves.length === 0 ? (
            <>
              <PageHeader station="survey" title={m.survey.title} lead={m.survey.lead} />
              <Empty
                title={m.survey.emptyTitle}
                act={
                  <Button look="main" keys="i" onPress={importSurvey}>
                    {m.words.next['import-survey']}
                  </Button>
                }
                example={<p className="hint">{m.survey.emptyExample}</p>}
              >
                <p>{m.survey.empty}</p>
              </Empty>
            </>
          ) : (
            <SurveyPanes survey={survey} onImport={importSurvey} />
          )
        }
      </Read>
    </div>
  );
}

const VIEWS = ['distribution', 'estimates', 'crosstab', 'rows', 'missing'] as const;
type View = (typeof VIEWS)[number];

function SurveyPanes({ survey, onImport }: { survey: Survey; onImport: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const [waveId, setWave] = useChoice('wave');
  const [variableId, setVariable] = useChoice('variable');
  const [viewChosen, setView] = useChoice('view');
  const [sampling, setSampling] = useState(false);
  const view = VIEWS.find((one) => one === viewChosen) ?? 'distribution';
  const see = (next: View) => setView(next === 'distribution' ? undefined : next);
  const wave = survey.waves.find(({ id }) => id === waveId) ?? survey.waves[0];
  const variables = survey.variables
    .filter((variable) => variable.waveId === wave?.id)
    .toSorted((a, b) => a.position - b.position);
  // The variable shown at first is found once: it must not change when its role does.
  const [first] = useState(() => variables.find(({ role }) => role === 'indicator')?.id);
  const variable = variables.find(({ id }) => id === (variableId ?? first)) ?? variables[0];
  const step = (by: number) => {
    const at = variables.findIndex(({ id }) => id === variable?.id);
    const next = variables[at + by];
    if (next) setVariable(next.id);
  };
  useActions([
    { id: 'next-variable', name: m.survey.nextVariable, keys: 'j', run: () => step(1) },
    { id: 'previous-variable', name: m.survey.previousVariable, keys: 'k', run: () => step(-1) },
    ...VIEWS.map((one, at) => ({
      id: `see-${one}`,
      name: m.surveyWork.views[one],
      keys: String(at + 1),
      run: () => see(one),
    })),
    {
      id: 'see-answers-or-back',
      name: view === 'rows' ? m.survey.distribution : m.survey.rows,
      keys: 'r',
      hidden: true,
      run: () => see(view === 'rows' ? 'distribution' : 'rows'),
    },
    { id: 'sample-design', name: m.surveyWork.sample.act, keys: 'd', run: () => setSampling(true) },
  ]);
  if (!wave) return null;
  return (
    <>
      <PageHeader
        station="survey"
        title={m.survey.title}
        lead={m.survey.waveFacts(
          wave.name,
          wave.year === null ? '' : String(wave.year),
          f.count(wave.respondents, m.words.counts.respondents),
        )}
      >
        <Button keys="d" onPress={() => setSampling(true)}>
          {m.surveyWork.sample.act}
        </Button>
        <WaveFiles wave={wave} />
        <Button keys="i" onPress={onImport}>
          {m.words.next['import-survey']}
        </Button>
      </PageHeader>
      <Panes
        id="survey"
        name={variable?.label ?? m.survey.variable}
        left={{
          name: m.survey.variables,
          width: 360,
          min: 260,
          children: (
            <VariableList
              waves={survey.waves}
              wave={wave}
              onWave={setWave}
              variables={variables}
              chosen={variable?.id}
              onChoose={(next) => setVariable(next.id)}
            />
          ),
        }}
        right={{
          name: m.survey.margin,
          width: 280,
          min: 220,
          children: (
            <VariableMargin
              key={variable?.id}
              variable={variable}
              variables={variables}
              wave={wave}
              onSee={setVariable}
              onSample={() => setSampling(true)}
            />
          ),
        }}
      >
        <div className="pane-head survey-views">
          <Segmented
            label={m.survey.see}
            value={view}
            options={VIEWS.map((one, at) => ({
              value: one,
              name: m.surveyWork.views[one],
              keys: String(at + 1),
            }))}
            onChange={see}
          />
        </div>
        <Work view={view} wave={wave} variable={variable} variables={variables} />
      </Panes>
      {sampling && <SampleDialog wave={wave} variables={variables} onClose={() => setSampling(false)} />}
    </>
  );
}

/** The middle of the page: the chosen variable, or the whole wave, in the chosen view. */
function Work(props: { view: View; wave: Wave; variable: Variable | undefined; variables: Variable[] }) {
  const { view, wave, variable, variables } = props;
  const m = useMessages();
  if (view === 'rows') return <AnswerRows wave={wave} variables={variables} chosen={variable?.name} />;
  if (view === 'missing') return <MissingView key={wave.id} wave={wave} />;
  if (!variable) return <p className="pane-body hint">{m.survey.pick}</p>;
  if (view === 'estimates')
    return <EstimatesView key={variable.id} variable={variable} variables={variables} />;
  if (view === 'crosstab')
    return <CrosstabView key={variable.id} variable={variable} variables={variables} />;
  return <VariableView key={variable.id} variable={variable} wave={wave} />;
}
