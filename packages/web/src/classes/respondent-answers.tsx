import { useQuery } from '@tanstack/react-query';
import { queries, type Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { Read } from '../parts/read.js';
import { Table } from '../parts/table.js';
import type { Model } from './model.js';
import { PosteriorBar } from './posterior-bar.js';

type Variable = Outputs['survey']['read']['variables'][number];
type Answer = { variable: Variable; words: string; given: boolean };

/** What one respondent answered, shown only when it is asked for: these are one person's answers. */
export function RespondentAnswers(props: {
  model: Model;
  names: readonly string[];
  row: number;
  name: string;
  posterior: readonly number[];
  onClose: () => void;
}) {
  const { model, names, row, name, posterior, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const survey = useQuery(queries.survey());
  const rows = useQuery(queries.surveyRows({ waveId: model.waveId, from: row, count: 1 }));
  const indicators = new Set(model.indicators.map(({ id }) => id));
  return (
    <Dialog title={m.respondents.answersOf(name)} place="side" onClose={onClose}>
      <p className="disclosure">
        <Icon name="lock" /> {m.respondents.disclosure}
      </p>
      <div className="respondent-posterior">
        <PosteriorBar posterior={posterior} names={names} />
        <span>
          {posterior
            .map((share, k) => ({ share, k }))
            .filter(({ share }) => share >= 0.005)
            .toSorted((a, b) => b.share - a.share)
            .map(({ share, k }) => `${names[k]} ${f.percent(share, 1)}`)
            .join(', ')}
        </span>
      </div>
      <Read query={rows} lines={10}>
        {(page) => {
          const answers = (survey.data?.variables ?? [])
            .filter(({ waveId, role }) => waveId === model.waveId && role !== 'respondent')
            .map((variable) => answerOf(variable, page.rows[0]?.[page.names.indexOf(variable.name)], m, f));
          return (
            <>
              <Answers
                caption={m.respondents.indicators}
                answers={answers.filter(({ variable }) => indicators.has(variable.id))}
              />
              <Answers
                caption={m.respondents.otherAnswers}
                answers={answers.filter(({ variable }) => !indicators.has(variable.id))}
              />
            </>
          );
        }}
      </Read>
    </Dialog>
  );
}

function answerOf(
  variable: Variable,
  value: string | number | null | undefined,
  m: ReturnType<typeof useMessages>,
  f: ReturnType<typeof useFormat>,
): Answer {
  if (value === null || value === undefined) return { variable, words: m.respondents.noAnswer, given: false };
  const label = variable.labels.find((one) => one.value === value)?.label;
  const digits = typeof value === 'number' && !Number.isInteger(value) ? 2 : 0;
  return {
    variable,
    words: label ?? (typeof value === 'number' ? f.number(value, digits) : value),
    given: typeof value !== 'number' || !variable.userMissing.includes(value),
  };
}

function Answers({ caption, answers }: { caption: string; answers: Answer[] }) {
  const m = useMessages();
  if (answers.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionShown
      dense
      rows={answers}
      rowKey={({ variable }) => variable.id}
      rowClass={({ given }) => (given ? '' : 'not-answered')}
      columns={[
        {
          key: 'variable',
          name: m.respondents.variable,
          heads: true,
          cell: ({ variable }) => variable.label || variable.name,
        },
        { key: 'answer', name: m.respondents.answer, cell: ({ words }) => words },
      ]}
    />
  );
}
