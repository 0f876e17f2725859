import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import { useDraft } from '../parts/draft.js';
import { TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { Topic } from './fieldwork-types.js';

const NEW = 'new';

/** A topic of the guide: its focus area, its name and what is asked. */
export function TopicForm(props: {
  topic: Topic | null;
  /** The area a new topic is meant for; null: not said. */
  focus: number | null;
  topics: readonly Topic[];
  onDone: () => void;
}) {
  const { topic, topics, onDone } = props;
  const m = useMessages();
  const f = useFormat();
  const areas = new Map(topics.map(({ focus, focusName }) => [String(focus), focusName]));
  const meant = String(props.focus ?? topics.at(-1)?.focus ?? NEW);
  const { draft, set, dirty } = useDraft({
    area: meant,
    newArea: '',
    topic: topic?.topic ?? '',
    question: topic?.question ?? '',
  });
  const [asking, setAsking] = useState(false);
  const save = useChange(api.fieldwork.saveTopic, { onDone });
  const remove = useChange(api.fieldwork.removeTopic, { onDone });
  const focusName = draft.area === NEW ? draft.newArea.trim() : (areas.get(draft.area) ?? '');
  const able = dirty && focusName !== '' && draft.topic.trim() !== '' && !save.isPending;
  const nextFocus = Math.max(0, ...topics.map(({ focus }) => focus)) + 1;
  return (
    <>
      <div className="pane-head person-head">
        <h2>{topic ? topic.topic : m.fieldwork.addTopic}</h2>
      </div>
      <form
        className="pane-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!able) return;
          save.mutate({
            ...(topic ? { id: topic.id } : {}),
            focus: draft.area === NEW ? nextFocus : Number(draft.area),
            focusName,
            topic: draft.topic.trim(),
            question: draft.question.trim(),
          });
        }}
      >
        <Select
          label={m.fieldwork.focusArea}
          value={draft.area}
          options={[
            ...[...areas].map(([value, name]) => ({ value, name })),
            { value: NEW, name: m.fieldwork.newArea },
          ]}
          onChange={(area) => set({ area })}
        />
        {draft.area === NEW && (
          <TextField
            label={m.fieldwork.areaName}
            value={draft.newArea}
            onChange={(newArea) => set({ newArea })}
          />
        )}
        <TextField
          label={m.fieldwork.topic}
          value={draft.topic}
          onChange={(name) => set({ topic: name })}
          hint={m.fieldwork.topicHint}
          autoFocus={!topic}
        />
        <TextField
          label={m.fieldwork.question}
          value={draft.question}
          lines={4}
          onChange={(question) => set({ question })}
        />
        <div className="spread">
          <div className="row">
            <Button look="main" type="submit" isDisabled={!able}>
              {m.shell.save}
            </Button>
            <Button look="quiet" onPress={onDone}>
              {m.shell.cancel}
            </Button>
          </div>
          {topic && (
            <Button
              look="quiet"
              isDisabled={remove.isPending}
              onPress={() => (topic.marked > 0 ? setAsking(true) : remove.mutate({ id: topic.id }))}
            >
              {m.fieldwork.removeTopic}
            </Button>
          )}
        </div>
      </form>
      {asking && topic && (
        <ConfirmDialog
          title={m.fieldwork.removeTopic}
          text={m.fieldwork.removeTopicText(topic.topic, f.count(topic.marked, m.words.counts.persons))}
          act={m.fieldwork.removeTopicAct}
          onYes={() => remove.mutate({ id: topic.id, withAnswers: true })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
