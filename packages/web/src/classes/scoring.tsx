import { useState } from 'react';
import { useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import type { Model } from './model.js';
import { ScoreDialog } from './score-dialog.js';

/** A model beyond its own respondents: new people placed by it, and the model itself as a file. */
export function Scoring({ model }: { model: Model }) {
  const { scoring: m } = useMessages();
  const [open, setOpen] = useState(false);
  const able = model.fit.identified;
  useActions([{ id: 'score', name: m.score, keys: 's', run: () => setOpen(true), disabled: !able }]);
  return (
    <section className="scoring">
      <h2>{m.title}</h2>
      <p className="hint">{m.lead}</p>
      <Button small keys="s" isDisabled={!able} onPress={() => setOpen(true)}>
        {m.score}
      </Button>
      {able && (
        <>
          <a className="button small" href={`/files/models/${encodeURIComponent(model.id)}`} download>
            {m.saveModel}
          </a>
          <p className="hint">{m.saveModelHint}</p>
        </>
      )}
      {open && <ScoreDialog model={model} onClose={() => setOpen(false)} />}
    </section>
  );
}
