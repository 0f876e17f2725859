import { CASE_AXES, type CaseAxis, type StudyState } from '@bagom/core';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

/** What each value is called on a line: its own word first, then the words of the study's languages. */
const VALUES: Readonly<Record<Exclude<CaseAxis, 'site'>, Readonly<Record<string, readonly string[]>>>> = {
  phase: {
    young: ['ung', 'unge', '18-29'],
    adult: ['voksen', 'voksne', 'adults', '30-49'],
    older: ['ældre', 'ældre voksne', 'older adult', 'older adults', '50-69'],
  },
  complexity: {
    lower: ['lavere', 'lavere kompleksitet', 'lower complexity'],
    border: ['grænse', 'på grænsen', 'on the border'],
    higher: ['højere', 'højere kompleksitet', 'higher complexity'],
    unplaceable: ['kan ikke placeres', 'cannot be placed', 'not placeable'],
  },
  gender: {
    f: ['k', 'kvinde', 'kvinder', 'woman', 'women'],
    m: ['mand', 'mænd', 'man', 'men'],
    x: ['andet', 'andet køn', 'other gender'],
  },
  background: {
    danish: ['dansk'],
    immigrant: ['indvandrer', 'indvandrere', 'immigrants'],
    descendant: ['efterkommer', 'efterkommere', 'descendants'],
    refugee: ['flygtning', 'flygtninge', 'refugees'],
    other: ['anden', 'andet'],
  },
  channel: {
    offer: ['tilbud', 'gennem et tilbud', 'through an offer'],
    respondent: ['spørgeskema', 'gennem spørgeskemaet', 'respondents'],
  },
};

/**
 * The group that `--where` asks for: `phase=adult`, also in Danish (`phase=voksne`) and several joined by `;` or a comma. A site
 * is asked for by its name; without a study, before it is opened, sites are not looked up.
 */
export function groupIn(
  state: StudyState | null,
  where: readonly string[],
): Partial<Record<CaseAxis, string>> {
  const group: Partial<Record<CaseAxis, string>> = {};
  for (const part of where.flatMap((text) => text.split(/[;,]/))) {
    const [key = '', given = ''] = part.split('=').map((side) => side.trim());
    const refuse = (allowed: string): never => {
      throw new UsageError('usage.bad-value', { option: '--where', given: part, allowed });
    };
    const axis = CASE_AXES.find((known) => known === key);
    if (!axis) return refuse(CASE_AXES.map((known) => `${known}=…`).join(', '));
    if (axis === 'site' && state === null) continue;
    const names = axis === 'site' ? siteNames(state) : valueNames(VALUES[axis]);
    const value = names.get(small(given));
    if (value !== undefined) {
      group[axis] = value;
      continue;
    }
    const closest = given.length > 1 ? nearest(small(given), [...names.keys()]) : undefined;
    const all =
      axis === 'site'
        ? [...(state?.sites.values() ?? [])].map(({ name }) => name)
        : Object.keys(VALUES[axis]);
    return refuse((closest ? [closest] : all).map((known) => `${axis}=${known}`).join(', '));
  }
  return group;
}

const small = (word: string): string => word.toLocaleLowerCase('da');

function valueNames(values: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(values).flatMap(([value, names]) => [value, ...names].map((name) => [name, value])),
  );
}

function siteNames(state: StudyState | null): Map<string, string> {
  return new Map(
    [...(state?.sites.values() ?? [])].flatMap(({ id, name }) => [
      [id, id],
      [small(name), id],
    ]),
  );
}
