import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from './app.js';
import { classesRoutes } from './routes/classes.fixture.js';
import { codingRoutes } from './routes/coding.fixture.js';
import { comparisonRoutes } from './routes/comparison.fixture.js';
import { fieldworkRoutes } from './routes/fieldwork.fixture.js';
import { invitationsRoutes } from './routes/invitations.fixture.js';
import { close, led, open } from './routes/led-study.fixture.js';
import { reportRoutes } from './routes/report.fixture.js';
import { scoringRoutes } from './routes/scoring.fixture.js';
import { studyRoutes } from './routes/study.fixture.js';
import { surveyRoutes } from './routes/survey.fixture.js';
import { transcriptsRoutes } from './routes/transcripts.fixture.js';
import { answered } from './small-study.fixture.js';

/** Stations that have a study of their own, and the test that asks their routes. */
const OWN_STUDY = [
  {
    test: 'merge/merge.routes.test.ts',
    routes: /^\w+ \/(merge|history\/entries|study\/copy)/,
  },
  {
    test: 'double-coding/double-coding.routes.test.ts',
    routes: /^\w+ \/coding\/(double-codings|agreement|disagreements)/,
  },
  {
    test: 'routes/codebook.routes.test.ts',
    routes: /^\w+ \/coding\/(codes\/\{id\}\/|examples|recode|memos|bookmarks|proposals)/,
  },
  {
    test: 'recordings/recordings.test.ts',
    routes: /^\w+ \/(recordings|recogni|transcripts$|transcripts\/\{id\}\/(recordings|draft))/,
  },
  { test: 'handlers/versions.test.ts', routes: /^POST \/lost\/check$/ },
  { test: 'search/search-route.test.ts', routes: /^POST \/search$/ },
];

beforeAll(open);
afterAll(close);

surveyRoutes();
classesRoutes();
fieldworkRoutes();
invitationsRoutes();
scoringRoutes();
transcriptsRoutes();
codingRoutes();
comparisonRoutes();
reportRoutes();
studyRoutes();

test('every route of the contract was answered, and nothing unexpected happened', async () => {
  const { paths = {} } = await openApi();
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => ({
      route: `${method.toUpperCase()} ${path}`,
      parts: path.split('/{').length,
      matches: new RegExp(`^${method.toUpperCase()} /api${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    })),
  );
  // Of two that fit, the one with fewer places left open was asked: /classes/fit, and not /classes/{id}.
  const nearest = routes.toSorted((a, b) => a.parts - b.parts);
  const asked = new Set(
    Array.from(answered, (line) => nearest.find(({ matches }) => matches.test(line))?.route),
  );
  const elsewhere = (route: string) => OWN_STUDY.some(({ routes: own }) => own.test(route));
  const left = routes.map(({ route }) => route).filter((route) => !elsewhere(route));
  expect(left.filter((route) => !asked.has(route))).toEqual([]);
  expect(led.served.logged).toEqual([]);
  const document = await led.served.get<{ openapi: string }>('GET', '/api/openapi.json');
  expect(document.openapi).toMatch(/^3\.1/);
});
