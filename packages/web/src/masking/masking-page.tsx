import '../parts/margin.css';
import './masking.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Empty } from '../parts/empty.js';
import { PageHeader } from '../parts/page-header.js';
import { Read } from '../parts/read.js';
import type { SourceEntry } from '../parts/source-list.js';
import { useSource } from '../parts/use-source.js';
import { MaskingDesk } from './masking-desk.js';

/** What is changed in the texts before anybody reads them, decided mention by mention. */
export function MaskingPage() {
  const m = useMessages();
  const sources = useQuery(queries.transcripts());
  if (sources.data && sources.data.length > 0) return <Chosen sources={sources.data} />;
  return (
    <div className="page">
      <PageHeader station="masking" title={m.masking.title} lead={m.masking.lead} />
      <Read query={sources}>{() => <MaskingEmpty />}</Read>
    </div>
  );
}

function Chosen({ sources }: { sources: SourceEntry[] }) {
  const { source, choose } = useSource(sources, ({ openMentions }) => openMentions > 0);
  const open = useQuery({ ...queries.masking(source?.id ?? ''), enabled: source !== undefined });
  return <MaskingDesk sources={sources} source={source} choose={choose} open={open} />;
}

function MaskingEmpty() {
  const m = useMessages();
  const f = useFormat();
  const words = m.masking;
  return (
    <Empty
      title={words.emptyTitle}
      act={
        <Link className="button main" to="/transcripts">
          {words.toTranscripts}
        </Link>
      }
      example={
        <>
          <p className="hint">{words.emptyExample}</p>
          <p className="reading masking-example">
            {words.exampleBefore}
            <span className="masking-mention mask" title={f.quote(words.exampleReplacement)}>
              {words.exampleWords}
            </span>
            <span className="masking-replacement">{words.exampleReplacement}</span>
            {words.exampleAfter}
          </p>
        </>
      }
    >
      <p>{words.emptyText}</p>
    </Empty>
  );
}
