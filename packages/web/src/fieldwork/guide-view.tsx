import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Empty } from '../parts/empty.js';
import { Icon } from '../parts/icon.js';
import { Panes } from '../parts/panes.js';
import { AreaForm } from './area-form.js';
import type { Fieldwork, Topic } from './fieldwork-types.js';
import { TopicForm } from './topic-form.js';

const STATES = ['raised', 'asked', 'denied', 'not-asked', 'not-raised'] as const;

/** What the right pane is about: a topic, a new one in an area, or an area's name. */
type Open =
  | { what: 'topic'; id: string }
  | { what: 'new'; focus: number | null }
  | { what: 'area'; focus: number };

/** The interview guide: focus areas with their topics and questions, and how many persons met each. */
export function GuideView({ fieldwork }: { fieldwork: Fieldwork }) {
  const m = useMessages();
  const f = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const { guideTopics: topics, guidePersons: persons } = fieldwork;
  const areas = [...new Map(topics.map(({ focus, focusName }) => [focus, focusName]))];
  const add = (focus: number | null = null) => setOpen({ what: 'new', focus });
  useActions([{ id: 'add-topic', name: m.fieldwork.addTopic, keys: 'n', run: () => add() }]);
  const close = () => setOpen(null);
  return (
    <Panes
      id="fieldwork-guide"
      name={m.fieldwork.views.guide}
      right={{
        name: m.fieldwork.topic,
        width: 360,
        min: 320,
        children: <GuidePane open={open} topics={topics} onDone={close} />,
      }}
    >
      {topics.length === 0 ? (
        <Empty
          title={m.fieldwork.noGuideTitle}
          act={
            <Button look="main" keys="n" onPress={() => add()}>
              {m.fieldwork.addTopic}
            </Button>
          }
        >
          <p>{m.fieldwork.noGuideText}</p>
        </Empty>
      ) : (
        <>
          <div className="pane-head fieldwork-bar">
            <span>{m.fieldwork.guidePersons(f.count(persons, m.words.counts.persons))}</span>
            <span className="fieldwork-spacer" />
            <Button keys="n" onPress={() => add()}>
              {m.fieldwork.addTopic}
            </Button>
          </div>
          <div className="pane-body">
            <table className="guide-sum">
              <caption className="out-of-sight">{m.fieldwork.guideCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.fieldwork.topic}</th>
                  {STATES.map((state) => (
                    <th key={state} scope="col" className="number">
                      {m.words.answerState[state]}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {m.fieldwork.noMark}
                  </th>
                </tr>
              </thead>
              {areas.map(([focus, name]) => (
                <tbody key={focus}>
                  <tr className="guide-area">
                    <th scope="rowgroup" colSpan={7}>
                      {name}
                      <span className="guide-acts">
                        <Button
                          small
                          icon
                          look="quiet"
                          label={m.fieldwork.addTopicIn(name)}
                          onPress={() => add(focus)}
                        >
                          <Icon name="plus" />
                        </Button>
                        <Button
                          small
                          icon
                          look="quiet"
                          label={m.fieldwork.renameArea(name)}
                          onPress={() => setOpen({ what: 'area', focus })}
                        >
                          <Icon name="edit" />
                        </Button>
                      </span>
                    </th>
                  </tr>
                  {topics
                    .filter((topic) => topic.focus === focus)
                    .map((topic) => (
                      <TopicRow
                        key={topic.id}
                        topic={topic}
                        persons={persons}
                        chosen={open?.what === 'topic' && open.id === topic.id}
                        onOpen={() => setOpen({ what: 'topic', id: topic.id })}
                      />
                    ))}
                </tbody>
              ))}
            </table>
            <p className="hint">{m.fieldwork.guideLegend}</p>
          </div>
        </>
      )}
    </Panes>
  );
}

function TopicRow(props: { topic: Topic; persons: number; chosen: boolean; onOpen: () => void }) {
  const { topic, persons, chosen, onOpen } = props;
  const m = useMessages();
  const f = useFormat();
  const marked = STATES.reduce((sum, state) => sum + topic.answers[state], 0);
  const figure = (n: number) => <span className={n === 0 ? 'unknown' : ''}>{f.number(n)}</span>;
  return (
    <tr className={chosen ? 'chosen' : ''}>
      <th scope="row">
        {topic.topic}
        {topic.question && <span className="guide-question">{topic.question}</span>}
        <span className="guide-acts">
          <Button small icon look="quiet" label={m.fieldwork.changeTopic(topic.topic)} onPress={onOpen}>
            <Icon name="edit" />
          </Button>
        </span>
      </th>
      {STATES.map((state) => (
        <td key={state} className="number">
          {figure(topic.answers[state])}
        </td>
      ))}
      <td className="number">{figure(persons - marked)}</td>
    </tr>
  );
}

function GuidePane({
  open,
  topics,
  onDone,
}: {
  open: Open | null;
  topics: readonly Topic[];
  onDone: () => void;
}) {
  const m = useMessages();
  const topic = open?.what === 'topic' ? topics.find(({ id }) => id === open.id) : undefined;
  const first = open?.what === 'area' ? topics.find(({ focus }) => focus === open.focus) : undefined;
  if (open?.what === 'new')
    return (
      <TopicForm key={`new ${open.focus}`} topic={null} focus={open.focus} topics={topics} onDone={onDone} />
    );
  if (topic)
    return <TopicForm key={topic.id} topic={topic} focus={topic.focus} topics={topics} onDone={onDone} />;
  if (first) return <AreaForm key={first.focus} first={first} onDone={onDone} />;
  return (
    <div className="pane-body">
      <p className="hint">{m.fieldwork.chooseTopic}</p>
    </div>
  );
}
