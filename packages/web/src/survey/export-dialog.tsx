import '../parts/questionnaire.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries, type Inputs } from '../api.js';
import { errorText } from '../change.js';
import { useFormat, useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox } from '../parts/field.js';
import { NoteList } from '../parts/import-preview.js';
import { Select } from '../parts/select.js';
import type { Wave } from './survey.js';

type Wishes = Inputs['survey']['exported'];

const FORMATS = ['sav', 'dta', 'csv', 'csv-excel', 'ddi'] as const;

/** Writes a wave as a file, with the classes of a model: what will be in it is shown before it is saved. */
export function ExportDialog({ wave, onClose }: { wave: Wave; onClose: () => void }) {
  const { messages, language } = useSpoken();
  const { surveyFiles: m, shell, words } = messages;
  const f = useFormat();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('sav');
  const [modelId, setModel] = useState('');
  const [respondents, setRespondents] = useState(false);
  const [withoutTexts, setWithoutTexts] = useState(false);
  const models = useQuery(queries.classes()).data?.models.filter(({ waveId }) => waveId === wave.id) ?? [];
  const wishes: Wishes = {
    waveId: wave.id,
    format,
    respondents,
    withoutTexts,
    ...(modelId === '' ? {} : { modelId }),
  };
  const { data: file, error } = useQuery(queries.surveyExport(wishes));
  // Columns of words are known from a file that has them.
  const texts = useQuery(queries.surveyExport({ waveId: wave.id, format: 'ddi' })).data?.texts ?? [];
  return (
    <Dialog
      title={m.exportTitle}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{shell.cancel}</Button>
          {file && !error ? (
            <a className="button main" href={downloadOf(wishes)} download>
              {m.save}
            </a>
          ) : (
            <Button look="main" isDisabled>
              {m.save}
            </Button>
          )}
        </>
      }
    >
      <div className="stack file-wishes">
        <p className={format === 'ddi' ? 'hint' : 'file-warning'}>
          {format === 'ddi' ? m.exportWarningDdi : m.exportWarning}
        </p>
        <Select
          label={m.format}
          value={format}
          options={FORMATS.map((value) => ({ value, name: m.formats[value] }))}
          onChange={setFormat}
        />
        {models.length > 0 && (
          <div>
            <Select
              label={m.model}
              value={modelId}
              options={[
                { value: '', name: m.noModel },
                ...models.map(({ id, name, chosen }) => ({
                  value: id,
                  name,
                  ...(chosen ? { note: m.chosenModel } : {}),
                })),
              ]}
              onChange={setModel}
            />
            <p className="hint">{m.modelHint}</p>
          </div>
        )}
        <div>
          <Checkbox checked={respondents} onChange={setRespondents}>
            {m.respondents}
          </Checkbox>
          <p className="hint">{m.respondentsHint}</p>
        </div>
        {texts.length > 0 && (
          <div>
            <Checkbox checked={withoutTexts} onChange={setWithoutTexts}>
              {m.withoutTexts}
            </Checkbox>
            <p className="hint">{m.withoutTextsHint(f.list(texts))}</p>
          </div>
        )}
        <div className="import-result" aria-live="polite">
          {error && (
            <p className="wrong" role="alert">
              {errorText(error, language)}
            </p>
          )}
          {file && !error && (
            <>
              <h3>{m.will(file.fileName, `${f.number(Math.max(1, file.bytes / 1024))} kB`)}</h3>
              <ul className="plain-list">
                <li>
                  {m.contents(
                    f.count(file.variables, words.counts.variables),
                    f.count(file.respondents, words.counts.respondents),
                  )}
                </li>
                {file.added.length > 0 && <li>{m.added(f.list(file.added))}</li>}
                {file.leftOut.length > 0 && <li>{m.leftOut(f.list(file.leftOut))}</li>}
              </ul>
              {file.notes.length === 0 ? (
                <p className="hint">{m.unchanged}</p>
              ) : (
                <NoteList name={m.changed} notes={file.notes} open={file.notes.length <= 8} />
              )}
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Where the file is fetched: the same wishes, as a query. */
function downloadOf({ waveId, ...wishes }: Wishes): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wishes)) if (value !== undefined) query.set(name, String(value));
  return `/files/waves/${encodeURIComponent(waveId)}?${query.toString()}`;
}
