import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function StartPage() {
  const m = useMessages();
  return <PageHeader title={m.start.title} lead={m.start.lead} />;
}
