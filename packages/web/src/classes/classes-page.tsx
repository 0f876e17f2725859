import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function ClassesPage() {
  const m = useMessages();
  return <PageHeader station="classes" title={m.classes.title} lead={m.classes.lead} />;
}
