import { useState } from 'react';
import { useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { ExportDialog } from './export-dialog.js';
import { QuestionnaireDialog } from './questionnaire-dialog.js';
import type { Wave } from './survey.js';

/** What goes into a wave and out of it as files: its questionnaire, and the wave itself. */
export function WaveFiles({ wave }: { wave: Wave }) {
  const { surveyFiles: m } = useMessages();
  const [open, setOpen] = useState<'questionnaire' | 'export' | null>(null);
  useActions([
    { id: 'add-questionnaire', name: m.add, keys: 'q', run: () => setOpen('questionnaire') },
    { id: 'export-wave', name: m.exportTitle, keys: 'e', run: () => setOpen('export') },
  ]);
  const close = () => setOpen(null);
  return (
    <>
      <Button keys="q" onPress={() => setOpen('questionnaire')}>
        {m.questionnaire}
      </Button>
      <Button keys="e" onPress={() => setOpen('export')}>
        {m.exportName}
      </Button>
      {open === 'questionnaire' && <QuestionnaireDialog wave={wave} onClose={close} />}
      {open === 'export' && <ExportDialog wave={wave} onClose={close} />}
    </>
  );
}
