import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function ClaimsPage() {
  const m = useMessages();
  return <PageHeader station="claims" title={m.claims.title} lead={m.claims.lead} />;
}
