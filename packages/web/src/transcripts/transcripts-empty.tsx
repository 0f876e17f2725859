import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { useImport } from '../parts/import-dialog.js';

/** What belongs here and how a file looks, while there is none. */
export function TranscriptsEmpty() {
  const m = useMessages();
  const openImport = useImport();
  const words = m.transcripts;
  return (
    <Empty
      title={words.emptyTitle}
      act={
        <Button look="main" onPress={() => openImport({ as: 'transcript' })}>
          {words.import}
        </Button>
      }
      example={
        <>
          <p className="hint">{words.emptyExample}</p>
          <div className="reading transcripts-example">
            {words.example.map(([who, said]) => (
              <p key={said}>
                <b>{who}</b> {said}
              </p>
            ))}
          </div>
        </>
      }
    >
      <p>{words.emptyText}</p>
      <p>{words.emptyAfter}</p>
    </Empty>
  );
}
