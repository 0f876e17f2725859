import type { EditorView } from '@codemirror/view';
import { useEffect, useState } from 'react';
import type { Outputs } from '../api.js';
import { FindButton } from '../parts/text-surface/find-button.js';
import { showSpan } from '../parts/text-surface/show-span.js';
import { TextSurface, type Selected } from '../parts/text-surface/text-surface.js';
import { usePlace } from '../parts/text-surface/use-place.js';

export type OpenSource = Outputs['transcripts']['read'];

/** Where to go in the text; the focus goes there too unless it is to stay. */
export interface GoTo extends Selected {
  focus?: boolean;
}

/** The text of one source, to read and search. */
export function ReadingPane(props: {
  open: OpenSource;
  goTo: GoTo | null;
  onSelection: (selected: Selected) => void;
}) {
  const { open, goTo, onSelection } = props;
  const { source, mentions } = open;
  const [view, setView] = useState<EditorView | null>(null);
  usePlace(view);
  useEffect(() => {
    if (view && goTo) showSpan(view, goTo.from, goTo.to, goTo.focus ?? true);
  }, [view, goTo]);
  return (
    <>
      <div className="pane-head transcripts-head">
        <h2>{source.title}</h2>
        <FindButton view={view} />
      </div>
      <TextSurface open={open} masked={mentions} onView={setView} onSelection={onSelection} />
    </>
  );
}
