import { useFormat, useMessages } from '../language.js';
import type { QuestionnaireSummary } from './questionnaire-fields.js';
import { Table } from './table.js';

/** What a questionnaire says of the columns, one a row. */
export function QuestionnairePreview({ summary }: { summary: QuestionnaireSummary }) {
  const { surveyFiles: m } = useMessages();
  const f = useFormat();
  const { kind, title, matched } = summary;
  return (
    <section className="questionnaire-preview">
      <h3>{m.understood(m.kinds[kind], f.count(matched.length, m.questions), title)}</h3>
      <div className="questionnaire-table">
        <Table
          caption={m.asked}
          dense
          rows={matched}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', name: m.column, heads: true, width: '10em', cell: ({ name }) => name },
            { key: 'label', name: m.asked, cell: ({ label }) => label },
            {
              key: 'labels',
              name: m.answers,
              number: true,
              width: '8em',
              cell: ({ labels }) => (labels === 0 ? '–' : f.number(labels)),
            },
            {
              key: 'missing',
              name: m.noAnswers,
              number: true,
              width: '7em',
              cell: ({ missing }) => (missing === 0 ? '–' : f.number(missing)),
            },
          ]}
        />
      </div>
    </section>
  );
}
