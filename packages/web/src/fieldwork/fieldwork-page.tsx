import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function FieldworkPage() {
  const m = useMessages();
  return <PageHeader station="fieldwork" title={m.fieldwork.title} lead={m.fieldwork.lead} />;
}
