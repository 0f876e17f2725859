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
  // Those of double coding have a study of their own: double-coding/double-coding.routes.test.ts.
  const elsewhere = /^\w+ \/coding\/(double-codings|agreement|disagreements)/;
  const left = routes.map(({ route }) => route).filter((route) => !elsewhere.test(route));
  expect(left.filter((route) => !asked.has(route))).toEqual([]);
  expect(led.served.logged).toEqual([]);
  const document = await led.served.get<{ openapi: string }>('GET', '/api/openapi.json');
  expect(document.openapi).toMatch(/^3\.1/);
});
