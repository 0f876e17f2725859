import { methodsProse, type MethodsSection } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox } from '../parts/field.js';
import { Read } from '../parts/read.js';
import { Select } from '../parts/select.js';

const EMPTY = { sourceId: null, from: null, to: null, claimId: null, matrix: null };

/** Puts the section into a chapter of the report: as prose that can be worked on, with the figure of the classes after it. */
export function ReportDialog({ section, onClose }: { section: MethodsSection; onClose: () => void }) {
  const m = useMessages();
  const report = useQuery(queries.report());
  const [chosen, setChosen] = useState<string>();
  const [figure, setFigure] = useState(true);
  const save = useChange(api.report.saveBlock);
  const chapters = report.data?.chapters ?? [];
  const chapterId = chosen ?? chapters[0]?.chapterId;
  const put = async () => {
    if (!chapterId) return;
    await save.mutateAsync({ ...EMPTY, chapterId, kind: 'prose', text: methodsProse(section) });
    if (figure)
      await save.mutateAsync({ ...EMPTY, chapterId, kind: 'classes', text: m.judging.figureCaption });
    onClose();
  };
  return (
    <Dialog
      title={m.judging.putIntoReport}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!chapterId || save.isPending} onPress={() => void put()}>
            {m.judging.put}
          </Button>
        </>
      }
    >
      <Read query={report} lines={3}>
        {() =>
          chapters.length === 0 ? (
            <p>{m.judging.noChapters}</p>
          ) : (
            <div className="stack">
              <Select
                label={m.judging.chapter}
                value={chapterId ?? ''}
                options={chapters.map(({ chapterId: value, number, title }) => ({
                  value,
                  name: `${number} ${title}`.trim(),
                }))}
                onChange={setChosen}
              />
              <Checkbox checked={figure} onChange={setFigure}>
                <span>{m.judging.withFigure}</span>
              </Checkbox>
              <p className="hint">{m.judging.putHint}</p>
            </div>
          )
        }
      </Read>
    </Dialog>
  );
}
