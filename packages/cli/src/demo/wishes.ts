import { insert, type Draft } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, groupBy, type Demo } from './demo.js';
import { locate } from './locate.js';
import { materialError, oneOf, readTsv } from './tsv.js';

/** What people wish for and what stands in the way, person by person. */
export async function addWishes(demo: Demo): Promise<void> {
  const wishes = await readTsv('wishes.tsv', ['number', 'need', 'arena', 'status', 'elicitation', 'quote']);
  for (const [number, group] of groupBy(wishes, ({ number }) => Number(number)))
    await change(
      demo,
      'wish.save',
      pseudonym(demo, number),
      group.map(({ need, arena, status, elicitation, quote, line }): Draft => {
        const file = 'wishes.tsv';
        return insert('wishes', {
          id: newId(),
          need,
          arena: oneOf(['general', 'peers'], arena, file, line),
          status: oneOf(
            ['doing', 'planned', 'unmet', 'dream', 'conditional', 'ended', 'content'],
            status,
            file,
            line,
          ),
          elicitation: oneOf(['spontaneous', 'asked', 'led'], elicitation, file, line),
          ...placeOf(demo, number, quote, file, line),
        });
      }),
    );
  const barriers = await readTsv('barriers.tsv', ['number', 'barrier', 'where', 'quote']);
  for (const [number, group] of groupBy(barriers, ({ number }) => Number(number)))
    await change(
      demo,
      'barrier.save',
      pseudonym(demo, number),
      group.map(({ barrier, where, quote, line }): Draft => {
        const file = 'barriers.tsv';
        const locus = oneOf(['person', 'offer', 'system', 'money', 'distance', 'others'], where, file, line);
        return insert('barriers', {
          id: newId(),
          barrier,
          locus,
          ...placeOf(demo, number, quote, file, line),
        });
      }),
    );
}

/** The person, and the stretch of their transcript where they say it. */
function placeOf(demo: Demo, number: number, quote: string, file: string, line: number) {
  const participantId = demo.participants.get(number);
  if (participantId === undefined) throw materialError(file, line, `no person ${number}`);
  const source = demo.sources.get(number);
  if (quote === '' || !source) return { participantId, sourceId: null, from: null, to: null };
  const span = locate(source.text, quote);
  if (typeof span === 'string') throw materialError(file, line, span);
  return { participantId, sourceId: source.id, ...span };
}

function pseudonym(demo: Demo, number: number): string {
  return demo.study.state.participants.get(demo.participants.get(number) ?? '')?.pseudonym ?? String(number);
}
