import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';

/** The passages that show what a code means, as the coding manual prints them, with what keeps one out of it. */
export function CodeExamples({ codeId }: { codeId: string }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const read = useQuery(queries.codeExamples(codeId));
  const remove = useChange(api.coding.removeExample);
  const examples = read.data?.examples;
  if (!examples || examples.length === 0) return null;
  return (
    <details>
      <summary>
        {words.examples} ({f.number(examples.length)})
      </summary>
      <ul className="plain-list code-examples">
        {examples.map(({ id, sourceId, sourceTitle, pseudonym, from, to, words: said, changed, reasons }) => (
          <li key={id}>
            <blockquote>{said}</blockquote>
            <p className="hint">
              {[
                pseudonym ?? sourceTitle,
                ...(changed ? [words.exampleChanged] : []),
                reasons.length === 0
                  ? words.examplePrinted
                  : `${words.exampleWithheld} ${reasons.map((one) => m.words.gateReason[one]).join(' ')}`,
              ].join(' · ')}
            </p>
            <div className="margin-acts">
              <Link
                to="/coding"
                search={{ source: sourceId, from: String(from), to: String(to), code: codeId }}
              >
                {words.exampleGo}
              </Link>
              <Button
                look="quiet"
                icon
                small
                label={words.exampleRemove}
                onPress={() => remove.mutate({ id })}
              >
                <Icon name="trash" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
