import type { ScoredPeople, ScoredRow } from '@bagom/server';
import type { Messages } from '../language.js';
import { table } from '../table.js';

const SHOWN = 20;

/** How many people fell in each class and how surely, what was strange, and the first of them. */
export function scoredText(
  { file, scores, indicators, unanswered }: ScoredPeople,
  people: readonly ScoredRow[],
  chosen: boolean,
  messages: Messages,
): string {
  const { score: say, number, percent } = messages;
  const rows = people.length;
  const unknown = indicators.flatMap((one) => one.unknown.map((value) => ({ ...value, name: one.name })));
  const className = (k: number) => file.model.classNames[k] ?? String(k + 1);
  const counts = Array.from({ length: scores.classes }, () => ({ n: 0, sure: 0, likely: 0, unsure: 0 }));
  const shares = Array<number>(scores.classes).fill(0);
  let unlike = 0;
  for (const { modal, posterior, certainty, unlike: strange } of people) {
    if (strange) unlike++;
    if (modal === null || !posterior || !certainty) continue;
    const count = counts[modal - 1]!;
    count.n++;
    count[certainty]++;
    for (const [k, p] of posterior.entries()) shares[k]! += p / (rows - unanswered);
  }
  return [
    say.scored(number(rows), scores.classes, file.model.names.length),
    ...(chosen ? [say.chosen(scores.classes)] : []),
    '',
    table(
      [
        say.columns,
        ...counts.map(({ n, sure, likely, unsure }, k) => [
          className(k),
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
        ...people
          .slice(0, SHOWN)
          .map((one) => [
            String(one.row),
            one.modal === null ? '—' : className(one.modal - 1),
            one.posterior && one.modal !== null ? percent(one.posterior[one.modal - 1]!) : '',
            one.certainty ? say.bands[one.certainty] : '',
            String(one.answered),
            one.unlike ? say.unlike : '',
          ]),
      ],
      [0, 1, 2, 4],
    ),
    ...(rows > SHOWN ? [say.more(number(rows - SHOWN))] : []),
  ].join('\n');
}
