import type { Messages } from '../language.js';
import { table } from '../table.js';
import { scoredRow, type Scored } from './scored.js';

const SHOWN = 20;

/** How many people fell in each class and how surely, what was strange, and the first of them. */
export function scoredText(scored: Scored, chosen: boolean, messages: Messages): string {
  const { score: say, number, percent } = messages;
  const { file, rows, scores, unknown } = scored;
  const counts = Array.from({ length: scores.classes }, () => ({ n: 0, sure: 0, likely: 0, unsure: 0 }));
  const shares = Array<number>(scores.classes).fill(0);
  let unanswered = 0;
  let unlike = 0;
  for (let row = 0; row < rows; row++) {
    const one = scoredRow(scored, row);
    if (one.answered === 0) unanswered++;
    if (one.unlike) unlike++;
    const count = counts[one.modal - 1]!;
    count.n++;
    count[one.certainty]++;
    for (const [k, p] of one.posterior.entries()) shares[k]! += p / rows;
  }
  const people = Array.from({ length: Math.min(rows, SHOWN) }, (_, row) => scoredRow(scored, row));
  return [
    say.scored(number(rows), scores.classes, file.model.names.length),
    ...(chosen ? [say.chosen(scores.classes)] : []),
    '',
    table(
      [
        say.columns,
        ...counts.map(({ n, sure, likely, unsure }, k) => [
          String(k + 1),
          number(n),
          percent(shares[k]!),
          number(sure),
          number(likely),
          number(unsure),
        ]),
      ],
      [0, 1, 2, 3, 4, 5],
    ),
    ...(unanswered + unlike + unknown.length > 0 ? [''] : []),
    ...(unanswered > 0 ? [`  ${say.unanswered(number(unanswered))}`] : []),
    ...(unlike > 0 ? [`  ${say.unlikeAnyone(number(unlike))}`] : []),
    ...unknown.map(
      ({ name, value, rows: times, firstRow }) =>
        `  ${say.unknown(name, String(value), number(times), number(firstRow + 1))}`,
    ),
    '',
    table(
      [
        say.people,
        ...people.map((one) => [
          String(one.row),
          String(one.modal),
          percent(one.posterior[one.modal - 1]!),
          say.bands[one.certainty],
          String(one.answered),
          one.unlike ? say.unlike : '',
        ]),
      ],
      [0, 1, 2, 4],
    ),
    ...(rows > SHOWN ? [say.more(number(rows - SHOWN))] : []),
  ].join('\n');
}
