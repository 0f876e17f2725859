import { itemName, methodsSection, methodsText, type GapAct, type MethodsSection } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages, useSpoken, type Language } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { Skeleton } from '../parts/read.js';
import { useSay } from '../parts/status-line.js';
import { methodsFactsOf } from './methods-facts-of.js';
import { methodsMarkup } from './methods-markup.js';
import { fittedTogether, type Model } from './model.js';
import { ReportDialog } from './report-dialog.js';
import { useAnalysesOf } from './use-analyses.js';

/** The methods section of a model in the study's language; null until everything it tells of is read. */
function useMethodsSection(
  model: Model,
  models: Model[],
): { section: MethodsSection; language: Language } | null {
  const together = useMemo(() => fittedTogether(models, model), [models, model]);
  const analyses = useAnalysesOf(together);
  const survey = useQuery(queries.survey());
  const study = useQuery(queries.overview());
  return useMemo(() => {
    if (!analyses || !survey.data || !study.data) return null;
    const language: Language = study.data.info.language === 'en' ? 'en' : 'da';
    const facts = methodsFactsOf({ model, models, together, analyses, survey: survey.data, language });
    return { section: methodsSection(facts), language };
  }, [model, models, together, analyses, survey.data, study.data]);
}

/** The methods section, written out of what the study holds. */
export function MethodsView(props: { model: Model; models: Model[]; marked: string | null }) {
  const { model, models, marked } = props;
  const m = useMessages();
  const say = useSay();
  const [putting, setPutting] = useState(false);
  const written = useMethodsSection(model, models);
  useEffect(() => {
    if (marked) document.getElementById(marked)?.scrollIntoView({ block: 'center' });
  }, [marked]);
  if (!written) return <Skeleton lines={10} />;
  const { section, language } = written;
  const copy = async () => {
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([methodsText(section)], { type: 'text/plain' }),
          'text/html': new Blob([methodsMarkup(section)], { type: 'text/html' }),
        }),
      ]);
      say({ text: m.judging.copied });
    } catch {
      say({ text: m.judging.notCopied, tone: 'wrong' });
    }
  };
  return (
    <section className="methods-text">
      <div className="spread">
        <h2>{m.judging.methodsTitle}</h2>
        <div className="row">
          <Button small onPress={() => void copy()}>
            {m.judging.copy}
          </Button>
          <Button small onPress={() => setPutting(true)}>
            {m.judging.putIntoReport}
          </Button>
        </div>
      </div>
      <p className="hint">{m.judging.methodsLead}</p>
      <div className="reading" lang={language}>
        {section.paragraphs.map(({ title, sentences }, p) => (
          <section key={title}>
            <h3>{title}</h3>
            <p>
              {sentences.map(({ text }, s) => (
                <span key={s} id={placeId(p, s)} className={marked === placeId(p, s) ? 'marked' : ''}>
                  {text}{' '}
                </span>
              ))}
            </p>
          </section>
        ))}
      </div>
      <div lang={language}>
        {section.tables.map((table) => (
          <details key={table.key} className="methods-table">
            <summary>{table.title}</summary>
            <MethodsTableView table={table} />
          </details>
        ))}
      </div>
      {putting && <ReportDialog section={section} onClose={() => setPutting(false)} />}
    </section>
  );
}

const placeId = (paragraph: number, sentence: number): string => `methods-${paragraph}-${sentence}`;

function MethodsTableView({ table }: { table: MethodsSection['tables'][number] }) {
  const { title, head, rows, note } = table;
  const figures = table.key === 'models' ? 1 : 2;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="table dense">
        <caption className="out-of-sight">{title}</caption>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col" className={i >= figures ? 'number' : ''}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, r) => (
            <tr key={r}>
              {cells.map((cell, i) => (
                <td key={i} className={i >= figures ? 'number' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="hint">{note}</p>}
    </div>
  );
}

/** Every item of the guidelines: the sentence that answers it, or what is missing and where it is done. */
export function MethodsChecklist(props: {
  model: Model;
  models: Model[];
  onAct: (act: GapAct) => void;
  onShow: (place: string) => void;
}) {
  const { model, models, onAct, onShow } = props;
  const m = useMessages();
  const f = useFormat();
  const written = useMethodsSection(model, models);
  if (!written) return <Skeleton lines={10} />;
  const { checklist } = written.section;
  const open = checklist.filter(({ gaps }) => gaps.length > 0).length;
  return (
    <div className="pane-body checklist">
      <h2>{m.judging.checklist}</h2>
      <p className="hint">{m.judging.checklistLead(f.count(open, m.judging.gapCount))}</p>
      <ul className="plain-list">
        {checklist.map(({ item, answeredBy, gaps }) => (
          <ChecklistRow
            key={item}
            number={/^\d/u.test(item) ? item : ''}
            item={item}
            answeredBy={answeredBy}
            gaps={gaps}
            onAct={onAct}
            onShow={onShow}
          />
        ))}
      </ul>
      <p className="hint">{m.judging.groltsSource}</p>
    </div>
  );
}

function ChecklistRow(props: {
  number: string;
  item: MethodsSection['checklist'][number]['item'];
  answeredBy: { paragraph: number; sentence: number }[];
  gaps: MethodsSection['gaps'];
  onAct: (act: GapAct) => void;
  onShow: (place: string) => void;
}) {
  const { number, item, answeredBy, gaps, onAct, onShow } = props;
  const { language, messages: m } = useSpoken();
  const name = itemName(item, language);
  const first = answeredBy[0];
  const state = gaps.length > 0 ? 'gap' : first ? 'answered' : 'not-asked';
  return (
    <li className={`item ${state}`}>
      <span className="item-number">{number}</span>
      <div>
        <p>
          {state === 'answered' && <Icon name="check" />}
          {state === 'gap' && <Icon name="warning" />}
          <span className="out-of-sight">{m.judging.itemStates[state]}: </span> {name}
        </p>
        {gaps.map((gap) => (
          <p key={gap.text} className="item-gap">
            {gap.text}{' '}
            {gap.act && (
              <Button look="quiet" small onPress={() => gap.act && onAct(gap.act)}>
                {m.judging.gapActs[gap.act]}
              </Button>
            )}
          </p>
        ))}
        {first && (
          <Button
            look="quiet"
            small
            aria-label={m.judging.showAnswer(name)}
            onPress={() => onShow(placeId(first.paragraph, first.sentence))}
          >
            {m.judging.showSentence}
          </Button>
        )}
        {state === 'not-asked' && <p className="hint">{m.judging.itemStates['not-asked']}</p>}
      </div>
    </li>
  );
}
