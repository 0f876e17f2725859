import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function TranscriptsPage() {
  const m = useMessages();
  return <PageHeader station="transcripts" title={m.transcripts.title} lead={m.transcripts.lead} />;
}
