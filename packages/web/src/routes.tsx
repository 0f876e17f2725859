import type { Station } from '@bagom/core';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ErrorView } from './parts/error-boundary.js';
import { NotFound } from './parts/not-found.js';
import { Shell } from './shell.js';

/**
 * What an address may choose on a page, the same names everywhere so that pages can point into each other:
 * `/coding?source=…&from=120&to=180`. Values are ids or whole numbers, as text.
 */
export const CHOICES = [
  'variable',
  'wave',
  'model',
  'participant',
  'site',
  'source',
  'from',
  'to',
  'code',
  'coding',
  'claim',
  'chapter',
  'block',
  'view',
] as const;
export type Choice = (typeof CHOICES)[number];
export type Choices = { [C in Choice]?: string };

const validateSearch = (search: Record<string, unknown>): Choices => {
  const choices: Choices = {};
  for (const name of CHOICES) {
    const value = search[name];
    if (typeof value === 'string' || typeof value === 'number') choices[name] = String(value);
  }
  return choices;
};

const root = createRootRoute({ component: Shell, errorComponent: ErrorView, notFoundComponent: NotFound, validateSearch });
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path, errorComponent: ErrorView }) as const;

const start = createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./start/start-page.js'), 'StartPage') });
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

export const router = createRouter({
  routeTree: root.addChildren([
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
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Where a station's page is. */
export const pathOf = (station: Station) => `/${station}` as const;

/** One choice in the address, so that a page comes back as it was left: `const [source, setSource] = useChoice('source')`. */
export function useChoice(name: Choice): [string | undefined, (value: string | undefined) => void] {
  const value = useSearch({ strict: false })[name];
  const choose = useChoose();
  const set = useCallback((next: string | undefined) => choose({ [name]: next }), [choose, name]);
  return [value, set];
}

/** Several choices at once; `undefined` takes one away, those not named stay. */
export function useChoose(): (choices: { [C in Choice]?: string | undefined }) => void {
  const navigate = useNavigate();
  return useCallback(
    (choices) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (now: Choices): Choices =>
          Object.fromEntries(Object.entries({ ...now, ...choices }).filter(([, value]) => value !== undefined)),
      }),
    [navigate],
  );
}
