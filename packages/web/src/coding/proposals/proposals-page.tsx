import './proposals.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries, type Inputs } from '../../api.js';
import { useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { TextField } from '../../parts/field.js';
import { PageHeader } from '../../parts/page-header.js';
import { Panes } from '../../parts/panes.js';
import { Read } from '../../parts/read.js';
import { Segmented, Select } from '../../parts/select.js';
import { useChoice } from '../../routes.js';
import { CodingViews } from '../coding-views.js';
import type { Codebook } from '../coding-types.js';
import { useCoder } from '../use-coder.js';
import { ProposalList } from './proposal-list.js';

type Wish = Inputs['coding']['propose'];
type By = Wish['by'];
const BYS = ['words', 'topic', 'speaker', 'pattern'] as const satisfies readonly By[];
const MATCHES = ['stem', 'whole', 'part'] as const;
const CONTEXTS = ['word', 'sentence', 'turn'] as const;
const NONE = 'none';

/** Places that could be coded: looked for by words, speaker or guide topic, and decided one by one. */
export function ProposalsPage({ codebook }: { codebook: Codebook }) {
  const m = useMessages();
  const words = m.proposals;
  const { coder, choice, dialog } = useCoder(codebook.coders);
  const [chosenCode, setCode] = useChoice('code');
  const fieldwork = useQuery(queries.fieldwork());
  const topics = fieldwork.data?.guideTopics ?? [];
  const [by, setBy] = useState<By>('words');
  const [query, setQuery] = useState('');
  const [topic, setTopic] = useState(NONE);
  const [match, setMatch] = useState<(typeof MATCHES)[number]>('stem');
  const [speakers, setSpeakers] = useState<'interviewee' | 'all'>('interviewee');
  const [context, setContext] = useState<(typeof CONTEXTS)[number]>('sentence');
  const [asked, setAsked] = useState<Wish | null>(null);
  const code = codebook.codes.find(({ id, status }) => id === chosenCode && status !== 'retired');
  const topicId = topics.some(({ id }) => id === topic) ? topic : null;
  const able = by === 'topic' ? topicId !== null : query.trim() !== '';
  const look = () => {
    if (able) setAsked({ by, query: query.trim(), topicId, match, speakers, context });
  };
  // The code and the width may be changed while the list is looked at; what is looked for is asked anew.
  const wish = asked && { ...asked, context, codeId: code?.id ?? null, coderId: coder?.id ?? null };
  const widened = by !== 'speaker' && by !== 'topic';
  return (
    <div className="page">
      <PageHeader station="coding" title={words.title} lead={words.lead}>
        <CodingViews />
        {choice}
      </PageHeader>
      <Panes
        id="proposals"
        name={words.list}
        left={{
          name: words.by,
          width: 320,
          children: (
            <form
              className="pane-body stack proposal-form"
              onSubmit={(event) => {
                event.preventDefault();
                look();
              }}
            >
              <Select
                label={words.by}
                value={by}
                options={BYS.map((value) => ({ value, name: words.bys[value] }))}
                onChange={setBy}
              />
              {by === 'topic' ? (
                topics.length === 0 ? (
                  <p className="hint">{words.noTopics}</p>
                ) : (
                  <>
                    <Select
                      label={words.topic}
                      value={topic}
                      options={[
                        { value: NONE, name: m.words.notSet },
                        ...topics.map(({ id, topic: name }) => ({ value: id, name })),
                      ]}
                      onChange={setTopic}
                    />
                    <p className="hint">{words.topicHint}</p>
                  </>
                )
              ) : (
                <TextField label={words.queries[by]} value={query} onChange={setQuery} onEnter={look} />
              )}
              {by === 'words' && (
                <Select
                  label={words.match}
                  value={match}
                  options={MATCHES.map((value) => ({ value, name: words.matches[value] }))}
                  onChange={setMatch}
                />
              )}
              {widened && (
                <>
                  <Select
                    label={words.speakers}
                    value={speakers}
                    options={(['interviewee', 'all'] as const).map((value) => ({
                      value,
                      name: words.speakersOf[value],
                    }))}
                    onChange={setSpeakers}
                  />
                  <Segmented
                    label={words.context}
                    bare={false}
                    value={context}
                    options={CONTEXTS.map((value) => ({ value, name: words.contexts[value] }))}
                    onChange={setContext}
                  />
                </>
              )}
              <Select
                label={words.code}
                value={code?.id ?? NONE}
                options={[
                  { value: NONE, name: words.noCode },
                  ...codebook.codes
                    .filter(({ status }) => status !== 'retired')
                    .map(({ id, path }) => ({ value: id, name: path.replaceAll('/', ' › ') })),
                ]}
                onChange={(id) => setCode(id === NONE ? undefined : id)}
              />
              <Button look="main" isDisabled={!able} onPress={look}>
                {words.look}
              </Button>
            </form>
          ),
        }}
      >
        {wish ? (
          <Found key={JSON.stringify([asked, context])} wish={wish} code={code} coder={coder} />
        ) : (
          <div className="pane-body proposal-start">
            <p>{words.start}</p>
            <p className="hint">{words.example}</p>
          </div>
        )}
      </Panes>
      {dialog}
    </div>
  );
}

function Found(props: {
  wish: Wish;
  code: Codebook['codes'][number] | undefined;
  coder: Codebook['coders'][number] | undefined;
}) {
  const found = useQuery({ ...queries.proposals(props.wish), retry: false });
  return (
    <Read query={found}>{(read) => <ProposalList found={read} code={props.code} coder={props.coder} />}</Read>
  );
}
