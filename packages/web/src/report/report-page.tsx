import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function ReportPage() {
  const m = useMessages();
  return <PageHeader station="report" title={m.report.title} lead={m.report.lead} />;
}
