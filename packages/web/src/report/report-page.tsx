import { useQuery } from '@tanstack/react-query';
import { queries } from '../api.js';
import { BlindCounts } from '../coding/coders/blind-counts.js';
import { useMessages } from '../language.js';
import { PageHeader } from '../parts/page-header.js';
import { Read } from '../parts/read.js';
import '../comparison/passages.css';
import './printed.css';
import './report.css';
import { ReportPanes } from './report-panes.js';

export function ReportPage() {
  const m = useMessages();
  const report = useQuery(queries.report());
  return (
    <div className="page">
      <PageHeader station="report" title={m.report.title} lead={m.report.lead}>
        <a className="button plain" href="/files/report.html" target="_blank" rel="noreferrer">
          {m.report.print}
        </a>
        <a className="button plain" href="/files/report.docx" download>
          Word
        </a>
        <a className="button plain" href="/files/report.txt" download>
          {m.report.plainText}
        </a>
      </PageHeader>
      <BlindCounts anybody />
      <Read query={report} lines={14}>
        {(data) => <ReportPanes report={data} />}
      </Read>
    </div>
  );
}
