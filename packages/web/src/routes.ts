import type { Station } from '@bagom/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * What an address may choose on a page, the same names everywhere so that pages can point into each other:
 * `/coding?source=…&from=120&to=180`. Values are ids or whole numbers, as text.
 */
export const CHOICES = [
  'variable',
  'wave',
  'model',
  'participant',
  'invitation',
  'site',
  'source',
  'from',
  'to',
  'code',
  'coding',
  'memo',
  'claim',
  'chapter',
  'block',
  'view',
  'sample',
  'part',
  'by',
  'of',
  'missing',
  'operation',
  'conflict',
  'table',
  'row',
  'actor',
  'kind',
  'station',
  'since',
  'until',
] as const;
export type Choice = (typeof CHOICES)[number];
export type Choices = { [C in Choice]?: string };

/** Takes what it knows out of an address and leaves the rest. */
export const validateSearch = (search: Record<string, unknown>): Choices => {
  const choices: Choices = {};
  for (const name of CHOICES) {
    const value = search[name];
    if (typeof value === 'string' || typeof value === 'number') choices[name] = String(value);
  }
  return choices;
};

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
          Object.fromEntries(
            Object.entries({ ...now, ...choices }).filter(([, value]) => value !== undefined),
          ),
      }),
    [navigate],
  );
}
