import type { Outputs } from '../api.js';
import { useFormat, useSpoken } from '../language.js';

type Summary = Outputs['survey']['sample']['summary'];

/** What was understood of a sample: how much there is of everything, and what to look at. */
export function SampleSummary({ summary }: { summary: Summary }) {
  const { language, messages: m } = useSpoken();
  const w = m.surveyWork.sample;
  const f = useFormat();
  const { n, counted, strata, psus, stages, df, effectiveN, weightEffect, weights, replicates } = summary;
  const facts: [string, string][] = [
    [w.n, n === counted ? f.number(n) : `${f.number(n)} (${f.number(counted)} ${w.counted})`],
    ...(replicates > 0 ? ([[w.replicates, f.number(replicates)]] as [string, string][]) : []),
    [w.strata, f.number(strata)],
    [w.psus, f.number(psus)],
    ...(stages > 1 ? ([[w.stages, f.number(stages)]] as [string, string][]) : []),
    [w.finite, summary.finite ? w.yes : w.no],
    [w.df, df === null ? '–' : f.number(df)],
    ...(weights
      ? ([
          [w.weightRange, `${f.number(weights.least, 2)}–${f.number(weights.most, 2)}`],
          [w.effectiveN, f.number(effectiveN)],
          [w.weightEffect, weightEffect === null ? '–' : f.number(weightEffect, 2)],
        ] as [string, string][])
      : []),
  ];
  const warnings = summary.warnings.flatMap(({ code, n: count, names }) => {
    const sentence = code in w.warning ? w.warning[code as keyof typeof w.warning] : undefined;
    return sentence ? [sentence(f.number(count), names.join(', '))] : [];
  });
  return (
    <>
      <dl className="margin-facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {summary.error && <p className="wrong">{summary.error[language]}</p>}
      {warnings.length > 0 ? (
        <ul className="sample-warnings">
          {warnings.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        !summary.error && <p className="hint">{w.fine}</p>
      )}
    </>
  );
}
