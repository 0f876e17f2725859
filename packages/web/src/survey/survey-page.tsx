import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';

export function SurveyPage() {
  const m = useMessages();
  return <PageHeader station="survey" title={m.survey.title} lead={m.survey.lead} />;
}
