import '../parts/margin.css';
import './coding.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { Empty } from '../parts/empty.js';
import { PageHeader } from '../parts/page-header.js';
import { Read } from '../parts/read.js';
import { useChoice } from '../routes.js';
import { CodersPage } from './coders/coders-page.js';
import { CodingDesk } from './coding-desk.js';
import { MemosPage } from './memos/memos-page.js';
import { ProposalsPage } from './proposals/proposals-page.js';

/** Codes on words: the codebook, the text, and what is thought about both. */
export function CodingPage() {
  const m = useMessages();
  const sources = useQuery(queries.transcripts());
  const [view] = useChoice('view');
  const codebook = useQuery(queries.codebook());
  if (sources.data && sources.data.length > 0 && codebook.data) {
    if (view === 'coders') return <CodersPage sources={sources.data} codebook={codebook.data} />;
    if (view === 'memos') return <MemosPage coders={codebook.data.coders} />;
    if (view === 'proposals') return <ProposalsPage codebook={codebook.data} />;
    return <CodingDesk sources={sources.data} codebook={codebook.data} />;
  }
  return (
    <div className="page">
      <PageHeader station="coding" title={m.coding.title} lead={m.coding.lead} />
      <Read query={sources}>
        {(list) =>
          list.length > 0 ? (
            <Read query={codebook}>{() => null}</Read>
          ) : (
            <Empty
              title={m.coding.emptyTitle}
              act={
                <Link className="button main" to="/transcripts">
                  {m.coding.toTranscripts}
                </Link>
              }
            >
              <p>{m.coding.emptyText}</p>
            </Empty>
          )
        }
      </Read>
    </div>
  );
}
