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
import type { Survey } from './survey.js';
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

function SurveyPanes({ survey, onImport }: { survey: Survey; onImport: () => void }) {
  const m = useMessages();
  const f = useFormat();
  const [waveId, setWave] = useChoice('wave');
  const [variableId, setVariable] = useChoice('variable');
  const [view = 'distribution', setView] = useChoice('view');
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
    {
      id: 'see-rows',
      name: view === 'rows' ? m.survey.distribution : m.survey.rows,
      keys: 'r',
      run: () => setView(view === 'rows' ? undefined : 'rows'),
    },
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
        <Segmented
          label={m.survey.see}
          value={view === 'rows' ? 'rows' : 'distribution'}
          options={[
            { value: 'distribution', name: m.survey.distribution },
            { value: 'rows', name: m.survey.rows },
          ]}
          onChange={(next) => setView(next === 'rows' ? 'rows' : undefined)}
        />
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
          width: 400,
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
          children: <VariableMargin key={variable?.id} variable={variable} wave={wave} />,
        }}
      >
        {view === 'rows' ? (
          <AnswerRows wave={wave} variables={variables} chosen={variable?.name} />
        ) : variable ? (
          <VariableView key={variable.id} variable={variable} wave={wave} />
        ) : (
          <p className="pane-body hint">{m.survey.pick}</p>
        )}
      </Panes>
    </>
  );
}
