import { barX, plot, ruleX, text, tickX } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Chart } from '../parts/chart.js';
import { Table } from '../parts/table.js';
import { asSentence, type Variable } from './survey.js';

type Answer = Variable['frequencies'][number];

const ROW = 34;
const FIGURES = 190;

/** Shares of the valid answers: a bar unweighted, a line where the weighted share is, the figures at its end. */
export function FrequencyChart({ variable }: { variable: Variable }) {
  const m = useMessages();
  const f = useFormat();
  const answers = useMemo(() => variable.frequencies.filter(({ userMissing }) => !userMissing), [variable]);
  const weighted = answers.some((answer) => answer.weighted !== null);
  const name = useCallback(
    ({ label, value }: Answer) => label || f.number(value, Number.isInteger(value) ? 0 : 2),
    [f],
  );
  const height = answers.length * ROW + 26;
  const draw = useCallback(
    (width: number) => {
      const left = Math.min(
        220,
        Math.max(60, ...answers.map((answer) => name(answer).length * 7.4 + 12)),
        width / 3,
      );
      const shown = (answer: Answer) => shorten(name(answer), left / 7.2);
      const end = Math.max(...answers.map((answer) => Math.max(answer.share, answer.weighted ?? 0)), 0.05);
      // Three columns of figures at the right: n, share, weighted share.
      const column = (at: number, head: string, value: (answer: Answer) => string, bold = false) => [
        text(answers, {
          y: shown,
          text: value,
          frameAnchor: 'right',
          dx: at,
          textAnchor: 'end',
          fontWeight: bold ? 600 : 400,
          fontVariant: 'tabular-nums',
        }),
        text([head], { frameAnchor: 'top-right', dx: at, dy: -16, textAnchor: 'end', fill: 'var(--ink-2)' }),
      ];
      return plot({
        width,
        height,
        marginTop: 24,
        marginBottom: 2,
        marginLeft: left,
        marginRight: weighted ? FIGURES : FIGURES - 60,
        style: { fontSize: '14px' },
        x: { axis: null, domain: [0, end] },
        y: { domain: answers.map(shown), label: null, tickSize: 0, padding: 0.35 },
        marks: [
          barX(answers, { y: shown, x: 'share', fill: 'var(--rule-strong)' }),
          ruleX([0], { stroke: 'var(--ink-3)' }),
          ...(weighted
            ? [
                tickX(
                  answers.filter((answer) => answer.weighted !== null),
                  { y: shown, x: 'weighted', stroke: 'var(--accent)', strokeWidth: 3 },
                ),
              ]
            : []),
          ...column(50, 'n', (answer) => f.number(answer.n)),
          ...column(115, m.survey.share, (answer) => f.percent(answer.share, 1)),
          ...(weighted
            ? column(
                185,
                m.survey.weighted,
                (answer) => (answer.weighted === null ? '–' : f.percent(answer.weighted, 1)),
                true,
              )
            : []),
        ],
      });
    },
    [answers, name, f, m, height, weighted],
  );
  const n = f.number(variable.valid);
  const label = variable.label || variable.name;
  return (
    <Chart
      caption={
        weighted ? m.survey.barCaption(asSentence(label), n) : m.survey.barCaptionPlain(asSentence(label), n)
      }
      height={height}
      draw={draw}
      table={
        <Table
          caption={label}
          dense
          rows={answers}
          rowKey={({ value }) => String(value)}
          columns={[
            { key: 'label', name: m.survey.valueLabel, heads: true, value: name },
            {
              key: 'n',
              name: m.survey.n,
              number: true,
              value: (answer) => answer.n,
              cell: (answer) => f.number(answer.n),
            },
            {
              key: 'share',
              name: m.survey.share,
              number: true,
              value: (answer) => answer.share,
              cell: (answer) => f.percent(answer.share, 1),
            },
            ...(weighted
              ? [
                  {
                    key: 'weighted',
                    name: m.survey.weighted,
                    number: true,
                    value: (answer: Answer) => answer.weighted,
                    cell: (answer: Answer) =>
                      answer.weighted === null ? '–' : f.percent(answer.weighted, 1),
                  },
                ]
              : []),
          ]}
        />
      }
    />
  );
}

const shorten = (words: string, letters: number) =>
  words.length > letters ? `${words.slice(0, Math.max(4, Math.floor(letters) - 1))}…` : words;
