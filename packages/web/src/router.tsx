import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ErrorView } from './parts/error-boundary.js';
import { NotFound } from './parts/not-found.js';
import { validateSearch } from './routes.js';
import { Shell } from './shell.js';

const root = createRootRoute({
  component: Shell,
  errorComponent: ErrorView,
  notFoundComponent: NotFound,
  validateSearch,
});
const at = <P extends string>(path: P) =>
  ({ getParentRoute: () => root, path, errorComponent: ErrorView }) as const;

const start = createRoute({
  ...at('/'),
  component: lazyRouteComponent(() => import('./start/start-page.js'), 'StartPage'),
});
const survey = createRoute({
  ...at('/survey'),
  component: lazyRouteComponent(() => import('./survey/survey-page.js'), 'SurveyPage'),
});
const classes = createRoute({
  ...at('/classes'),
  component: lazyRouteComponent(() => import('./classes/classes-page.js'), 'ClassesPage'),
});
const fieldwork = createRoute({
  ...at('/fieldwork'),
  component: lazyRouteComponent(() => import('./fieldwork/fieldwork-page.js'), 'FieldworkPage'),
});
const transcripts = createRoute({
  ...at('/transcripts'),
  component: lazyRouteComponent(() => import('./transcripts/transcripts-page.js'), 'TranscriptsPage'),
});
const masking = createRoute({
  ...at('/masking'),
  component: lazyRouteComponent(() => import('./masking/masking-page.js'), 'MaskingPage'),
});
const coding = createRoute({
  ...at('/coding'),
  component: lazyRouteComponent(() => import('./coding/coding-page.js'), 'CodingPage'),
});
const comparison = createRoute({
  ...at('/comparison'),
  component: lazyRouteComponent(() => import('./comparison/comparison-page.js'), 'ComparisonPage'),
});
const claims = createRoute({
  ...at('/claims'),
  component: lazyRouteComponent(() => import('./claims/claims-page.js'), 'ClaimsPage'),
});
const report = createRoute({
  ...at('/report'),
  component: lazyRouteComponent(() => import('./report/report-page.js'), 'ReportPage'),
});

const history = createRoute({
  ...at('/history'),
  component: lazyRouteComponent(() => import('./history/history-page.js'), 'HistoryPage'),
});

const pages = [
  start,
  survey,
  classes,
  fieldwork,
  transcripts,
  masking,
  coding,
  comparison,
  claims,
  report,
  history,
] as const;

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultPreload: 'intent',
});

/** Reads the program's other pages while nothing else is done, so that none is waited for when it is opened. */
export function readPagesAhead(): void {
  // Safari has no word for "when idle".
  const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;
  for (const { options } of pages) whenIdle(() => void options.component?.preload?.());
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
