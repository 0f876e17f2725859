import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function ComparisonPage() {
  const m = useMessages();
  return <PageHeader station="comparison" title={m.comparison.title} lead={m.comparison.lead} />;
}
