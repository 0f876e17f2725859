import { useQueryClient } from '@tanstack/react-query';
import { api, queries } from '../../api.js';
import { useChange } from '../../change.js';
import { useMessages } from '../../language.js';
import { useSay } from '../../parts/status-line.js';
import type { Selected } from '../../parts/text-surface/text-surface.js';
import type { CodedText } from '../coded-text.js';
import type { Code, Coder, Coding } from '../coding-types.js';

/** What at the caret or in the selection can be used as an example. */
interface Here {
  codes: readonly Code[];
  /** The code chosen in the codebook, and the words selected in the text. */
  code: Code | undefined;
  span: Selected | null;
  /** The coding in hand. */
  coding: Coding | undefined;
}

/**
 * Uses a passage as an example: words selected while a code is chosen in the codebook show what that code means; else the coding at
 * the caret shows what its own does.
 */
export function useExamples(open: CodedText | undefined, coder: Coder | undefined) {
  const client = useQueryClient();
  const m = useMessages();
  const say = useSay();
  const add = useChange(api.coding.addExample);
  const use = async ({ id, name }: Code, { from, to }: Selected) => {
    if (!open) return;
    const { id: sourceId, version } = open.source;
    const known = await client.fetchQuery(queries.codeExamples(id)).catch(() => null);
    if (known?.examples.some((one) => one.sourceId === sourceId && one.from === from && one.to === to))
      return say({ text: m.codebook.exampleKnown(name) });
    add.mutate({ id, sourceId, version, from, to, coderId: coder?.id ?? null });
  };
  return ({ codes, code, span, coding }: Here) => {
    const own = codes.find(({ id }) => id === coding?.codeId);
    if (code && span) void use(code, span);
    else if (own && coding) void use(own, coding);
    else say({ text: m.codebook.exampleNone });
  };
}
