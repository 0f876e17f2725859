import './coders.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api.js';
import { useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { PageHeader } from '../../parts/page-header.js';
import { Read } from '../../parts/read.js';
import { Segmented, Select } from '../../parts/select.js';
import type { SourceEntry } from '../../parts/source-list.js';
import { useChoose, useChoice } from '../../routes.js';
import type { Codebook } from '../coding-types.js';
import { useCoder } from '../use-coder.js';
import { AgreementView } from './agreement-view.js';
import { CodingViews } from '../coding-views.js';
import { DisagreementsView } from './disagreements-view.js';
import { DrawDialog } from './draw-dialog.js';
import { SampleActs } from './sample-acts.js';
import { SampleView } from './sample-view.js';
import { isCodingCoder, type Sample } from './sample.js';

const PARTS = ['sample', 'agreement', 'disagreements'] as const;
type Part = (typeof PARTS)[number];
const EVERYTHING = 'all';

/** Those who code: samples they code blind, how far they agree, and what they differ on. */
export function CodersPage({ sources, codebook }: { sources: SourceEntry[]; codebook: Codebook }) {
  const m = useMessages();
  const samples = useQuery(queries.doubleCodings());
  const { coder, choice, dialog } = useCoder(codebook.coders);
  const [drawing, setDrawing] = useState(false);
  const able = codebook.coders.filter(isCodingCoder).length > 1;
  return (
    <div className="page">
      <PageHeader station="coding" title={m.coders.text} lead={m.coders.lead}>
        <CodingViews />
        {choice}
      </PageHeader>
      <Read query={samples}>
        {({ doubleCodings }) => (
          <Parts
            samples={doubleCodings}
            sources={sources}
            codebook={codebook}
            me={coder}
            onDraw={able ? () => setDrawing(true) : null}
          />
        )}
      </Read>
      {drawing && (
        <DrawDialog coders={codebook.coders.filter(isCodingCoder)} onClose={() => setDrawing(false)} />
      )}
      {dialog}
    </div>
  );
}

function Parts(props: {
  samples: readonly Sample[];
  sources: SourceEntry[];
  codebook: Codebook;
  me: Codebook['coders'][number] | undefined;
  onDraw: (() => void) | null;
}) {
  const { samples, sources, codebook, me, onDraw } = props;
  const m = useMessages();
  const [asked] = useChoice('sample');
  const [part] = useChoice('part');
  const choose = useChoose();
  const sample =
    asked === EVERYTHING ? undefined : (samples.find(({ id }) => id === asked) ?? samples.at(-1));
  const parts = sample ? PARTS : PARTS.slice(1);
  const first: Part = sample?.blind ? 'sample' : 'agreement';
  const shown: Part = parts.find((one) => one === part) ?? first;
  const draw = (
    <Button isDisabled={!onDraw} onPress={() => onDraw?.()}>
      {m.coders.draw}
    </Button>
  );
  return (
    <>
      <div className="coders-bar">
        <Select
          label={m.coders.sample}
          bare
          value={sample?.id ?? EVERYTHING}
          options={[
            ...samples.map(({ id, name, blind }) => ({
              value: id,
              name,
              note: blind ? m.coders.blind : m.coders.open,
            })),
            { value: EVERYTHING, name: m.coders.everything },
          ]}
          onChange={(id) => choose({ sample: id, part: undefined, code: undefined })}
        />
        {sample && <SampleActs key={sample.id} sample={sample} />}
        <Segmented
          label={m.coders.part}
          value={shown}
          options={parts.map((value) => ({ value, name: m.coders.parts[value] }))}
          onChange={(value) => choose({ part: value })}
        />
        <span className="coders-bar-end">{draw}</span>
      </div>
      {!onDraw && (
        <Empty title={m.coders.emptyTitle}>
          <p>{m.coders.emptyText}</p>
          <p>{m.coders.oneCoder}</p>
        </Empty>
      )}
      {onDraw && shown === 'sample' && sample && (
        <SampleView sample={sample} sources={sources} coders={codebook.coders} me={me} />
      )}
      {onDraw && shown === 'agreement' && <AgreementView sample={sample} codebook={codebook} />}
      {onDraw && shown === 'disagreements' && (
        <DisagreementsView sample={sample} sources={sources} codebook={codebook} me={me} />
      )}
    </>
  );
}
