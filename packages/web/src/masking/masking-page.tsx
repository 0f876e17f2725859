import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function MaskingPage() {
  const m = useMessages();
  return <PageHeader station="masking" title={m.masking.title} lead={m.masking.lead} />;
}
