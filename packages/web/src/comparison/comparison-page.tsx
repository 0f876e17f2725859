import { useMessages } from '../language.js';
import { BlindCounts } from '../coding/coders/blind-counts.js';
import { PageHeader } from '../parts/page-header.js';
import { Segmented } from '../parts/select.js';
import { useChoice } from '../routes.js';
import './comparison.css';
import { MatrixView } from './matrix-view.js';
import { WishesView } from './wishes-view.js';

const VIEWS = ['matrix', 'wishes', 'barriers'] as const;

export function ComparisonPage() {
  const m = useMessages();
  const [asked, setView] = useChoice('view');
  const view = VIEWS.find((one) => one === asked) ?? 'matrix';
  return (
    <div className="page">
      <PageHeader station="comparison" title={m.comparison.title} lead={m.comparison.lead}>
        <Segmented
          label={m.comparison.view}
          value={view}
          options={VIEWS.map((value) => ({ value, name: m.comparison.views[value] }))}
          onChange={setView}
        />
      </PageHeader>
      {view === 'matrix' && <BlindCounts />}
      {view === 'matrix' ? <MatrixView /> : <WishesView key={view} kind={view} />}
    </div>
  );
}
