import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function CodingPage() {
  const m = useMessages();
  return <PageHeader station="coding" title={m.coding.title} lead={m.coding.lead} />;
}
