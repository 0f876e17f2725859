import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { ClassMark } from '../parts/class-mark.js';
import { Segmented, Select } from '../parts/select.js';
import type { Model } from './model.js';
import { profileRows, type ProfileRow } from './profile-rows.js';

/**
 * What marks the classes: a row per indicator with one sign per class on a line from 0 to 100 per cent, and the same
 * figures beside it. Drawing and table are one, so that it reads the same by eye, by keyboard and by ear.
 */
export function Profile({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const [answers, setAnswers] = useState<'marking' | 'all'>('marking');
  const [order, setOrder] = useState<'difference' | 'survey'>('difference');
  const rows = useMemo(() => {
    const all = profileRows(model, answers);
    if (order === 'survey') return all;
    // Answers of one indicator stay together; the indicator stands by its most telling answer.
    const telling = (row: ProfileRow) =>
      Math.max(...all.filter(({ position }) => position === row.position).map((one) => one.difference));
    return all.toSorted((a, b) => telling(b) - telling(a) || a.position - b.position);
  }, [model, answers, order]);
  return (
    <section className="profile">
      <div className="spread">
        <div>
          <h2>{m.classes.profile}</h2>
          <p className="hint">{m.classes.profileLead(f.count(model.fit.n, m.words.counts.respondents))}</p>
        </div>
      </div>
      <div className="row profile-options">
        <Select
          label={m.classes.answer}
          bare
          value={answers}
          options={[
            { value: 'marking', name: m.classes.answerMarking },
            { value: 'all', name: m.classes.answerAll },
          ]}
          onChange={setAnswers}
        />
        <Segmented
          label={m.classes.order}
          value={order}
          options={[
            { value: 'difference', name: m.classes.byDifference },
            { value: 'survey', name: m.classes.bySurvey },
          ]}
          onChange={setOrder}
        />
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={m.classes.profile}>
        <table className="table profile-table">
          <caption className="out-of-sight">{m.classes.profile}</caption>
          <thead>
            <tr>
              <th scope="col">{m.classes.indicator}</th>
              <td className="profile-scale" aria-hidden="true">
                <span>{f.percent(0)}</span>
                <span>{f.percent(0.5)}</span>
                <span>{f.percent(1)}</span>
              </td>
              {names.map((name, i) => (
                <th key={i} scope="col" className="number profile-class">
                  <ClassMark index={i} /> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr
                key={row.key}
                className={answers === 'all' && rows[at - 1]?.position === row.position ? 'same' : ''}
              >
                <th scope="row">
                  <span className="profile-indicator">{row.indicator}</span>
                  <span className="profile-answer">{row.answer}</span>
                </th>
                <td className="profile-cell" aria-hidden="true">
                  <Track probabilities={row.probabilities} />
                </td>
                {row.probabilities.map((probability, i) => (
                  <td key={i} className="number">
                    {f.percent(probability)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The line from 0 to 100 per cent with a sign where each class is. */
function Track({ probabilities }: { probabilities: number[] }) {
  const from = Math.min(...probabilities);
  const to = Math.max(...probabilities);
  return (
    <span className="profile-track">
      <span className="profile-span" style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
      {probabilities.map((probability, i) => (
        <span key={i} className="profile-mark" style={{ left: `${probability * 100}%` }}>
          <ClassMark index={i} />
        </span>
      ))}
    </span>
  );
}
