import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, queries, type Inputs } from '../api.js';
import { errorText } from '../change.js';
import { useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { useSay } from '../parts/status-line.js';
import { ChooseFile } from './choose-file.js';
import type { Model } from './model.js';
import { ScoreResult } from './score-result.js';
import './scoring.css';

type Asked = Inputs['scoring']['score'];

const FILE = 'file';
const LOWEST_BIC = '';
const FORMATS = ['csv-excel', 'csv', 'sav', 'dta'] as const;

/**
 * Places people in the classes of a model: of this study or out of a saved file, the people of a wave or of a data file. What
 * was found is shown before anything is saved, and nothing of it goes into the study.
 */
export function ScoreDialog({ model, onClose }: { model: Model | null; onClose: () => void }) {
  const { messages, language } = useSpoken();
  const { scoring: m, shell, surveyFiles } = messages;
  const say = useSay();
  const survey = useQuery(queries.survey());
  const waves = survey.data?.waves ?? [];
  const [modelFile, setModelFile] = useState<File | null>(null);
  const [classes, setClasses] = useState(LOWEST_BIC);
  const [ownModel, setOwnModel] = useState(model !== null);
  const [people, setPeople] = useState(FILE);
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<(typeof FORMATS)[number]>(language === 'da' ? 'csv-excel' : 'csv');
  const [all, setAll] = useState(false);
  /** What was accepted as it was found; anything found later has to be accepted anew. */
  const [acceptedOf, setAcceptedOf] = useState<unknown>(null);
  const look = useMutation({ mutationFn: (asked: Asked) => api.scoring.score(asked) });
  const { mutate, reset } = look;
  const modelId = ownModel && model ? model.id : null;
  useEffect(() => {
    const asked = askedFor(modelId, modelFile, classes, people, file);
    if (asked) mutate(asked);
    else reset();
  }, [modelId, modelFile, classes, people, file, mutate, reset]);
  const save = useMutation({
    mutationFn: async () => {
      const asked = askedFor(modelId, modelFile, classes, people, file);
      if (!asked) return null;
      return api.scoring.scoredFile({ ...asked, format, all });
    },
    onSuccess: (made) => {
      if (!made) return;
      const address = URL.createObjectURL(made);
      const link = document.createElement('a');
      link.href = address;
      link.download = made.name;
      link.click();
      URL.revokeObjectURL(address);
      say({ text: m.saved(made.name) });
    },
    onError: (error) => say({ text: errorText(error, language), tone: 'wrong' }),
  });
  const found = look.data;
  const accepted = found !== undefined && acceptedOf === found;
  const strange = (found?.indicators ?? []).some(({ unknown }) => unknown.length > 0);
  return (
    <Dialog
      title={m.score}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{shell.close}</Button>
          <Button
            look="main"
            isDisabled={!found || look.isPending || save.isPending || (strange && !accepted)}
            onPress={() => save.mutate()}
          >
            {m.save}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="hint">{m.lead}</p>
        <div className="score-sources">
          <div className="stack">
            {model && (
              <Select
                label={m.model}
                value={ownModel ? 'own' : FILE}
                options={[
                  { value: 'own', name: m.thisModel(model.name) },
                  { value: FILE, name: m.otherModel },
                ]}
                onChange={(value) => setOwnModel(value === 'own')}
              />
            )}
            {(!ownModel || !model) && (
              <ChooseFile
                label={m.otherModel}
                hint={m.modelHint}
                types={['.json']}
                file={modelFile}
                onFile={(chosen) => {
                  setClasses(LOWEST_BIC);
                  setModelFile(chosen);
                }}
              />
            )}
            {modelId === null && found && found.model.among.length > 1 && (
              <Select
                label={m.among}
                value={classes}
                options={[
                  {
                    value: LOWEST_BIC,
                    name: m.lowestBic(found.model.classNames.length, classes === LOWEST_BIC),
                  },
                  ...found.model.among.map((k) => ({ value: String(k), name: m.classes(k) })),
                ]}
                onChange={setClasses}
              />
            )}
          </div>
          <div className="stack">
            <Select
              label={m.people}
              value={people}
              options={[{ value: FILE, name: m.file }, ...waves.map(({ id, name }) => ({ value: id, name }))]}
              onChange={setPeople}
            />
            {people === FILE && (
              <ChooseFile
                label={m.file}
                hint={m.fileHint}
                types={['.csv', '.sav', '.zsav', '.dta', '.txt', '.tsv']}
                file={file}
                onFile={setFile}
              />
            )}
          </div>
        </div>
        <div aria-live="polite">
          {look.isPending && <p className="hint">{m.reading}</p>}
          {look.error && (
            <p className="wrong" role="alert">
              {errorText(look.error, language)}
            </p>
          )}
          {found && !look.isPending && (
            <ScoreResult
              found={found}
              accept={
                strange && (
                  <Checkbox checked={accepted} onChange={(on) => setAcceptedOf(on ? found : null)}>
                    {m.accept}
                  </Checkbox>
                )
              }
            />
          )}
        </div>
        {found && !look.isPending && (
          <div className="score-save">
            <Select
              label={m.format}
              value={format}
              options={FORMATS.map((value) => ({ value, name: surveyFiles.formats[value] }))}
              onChange={setFormat}
            />
            <div>
              <Checkbox checked={all} onChange={setAll}>
                {m.all}
              </Checkbox>
              <p className="hint">{m.allHint}</p>
            </div>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** What is asked of the server; null while something is still to be chosen. */
function askedFor(
  modelId: string | null,
  modelFile: File | null,
  classes: string,
  people: string,
  file: File | null,
): Asked | null {
  const model = modelId
    ? { modelId }
    : modelFile
      ? { modelFile, ...(classes === LOWEST_BIC ? {} : { classes: Number(classes) }) }
      : null;
  const whom = people !== FILE ? { waveId: people } : file ? { file } : null;
  return model && whom ? { ...model, ...whom } : null;
}
