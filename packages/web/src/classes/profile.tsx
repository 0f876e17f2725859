import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { useRemembered } from '../parts/remembered.js';
import { Segmented, Select } from '../parts/select.js';
import { HeatMap } from './heat-map.js';
import { IntervalNote, useIntervals } from './intervals.js';
import type { Model } from './model.js';
import { ProfileFigures } from './profile-figures.js';
import { ProfilePlot } from './profile-plot.js';
import { byDifference, profileRows } from './profile-rows.js';
import './profile.css';

const VIEWS = ['plot', 'heat', 'table'] as const;

/** What marks the classes: drawn, as a heat map or in figures, by the answers that tell them apart or as the survey asks. */
export function Profile({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const [view, setView] = useRemembered<(typeof VIEWS)[number]>('classes.profile', 'plot');
  const [answers, setAnswers] = useState<'marking' | 'all'>('marking');
  const [order, setOrder] = useState<'difference' | 'survey'>('difference');
  const found = useIntervals(model);
  const intervals = found?.intervals ?? null;
  const rows = useMemo(() => {
    const all = profileRows(model, answers, intervals);
    return order === 'survey' ? all : byDifference(all);
  }, [model, answers, order, intervals]);
  return (
    <section className="profile">
      <h2>{m.classes.profile}</h2>
      <p className="hint">
        {m.profile.lead(f.count(model.fit.n, m.words.counts.respondents))}
        {answers === 'marking' && ` ${m.profile.markingLead}`}
      </p>
      {view !== 'heat' && <IntervalNote model={model} level={found?.level ?? null} />}
      <div className="row profile-options">
        <Segmented
          label={m.profile.view}
          value={view}
          options={VIEWS.map((value) => ({ value, name: m.profile.views[value] }))}
          onChange={setView}
        />
        <Select
          label={m.classes.answer}
          bare
          value={answers}
          options={[
            { value: 'marking', name: m.profile.answers.marking },
            { value: 'all', name: m.profile.answers.all },
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
      {view === 'plot' && <ProfilePlot rows={rows} names={names} />}
      {view === 'heat' && <HeatMap rows={rows} names={names} shares={model.fit.shares} />}
      {view === 'table' && <ProfileFigures key={order} rows={rows} names={names} />}
    </section>
  );
}
