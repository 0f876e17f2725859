import { proposeRecipes, type RecipeProposal } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import { Icon } from '../parts/icon.js';
import { Menu } from '../parts/menu.js';
import type { Tried, Variable } from './survey.js';

/** Recipes for a variable; what counts as missing in it is left out of them. */
export function proposalsFor(source: Variable, old: Tried['old'], other: string): RecipeProposal[] {
  const values = old.filter(({ userMissing }) => !userMissing);
  return proposeRecipes({ kind: source.kind, measure: source.measure, values }, other);
}

/** The proposals by what they do, in a menu. */
export function ProposalMenu(props: {
  proposals: RecipeProposal[];
  old: Tried['old'];
  onBegin: (proposal: RecipeProposal) => void;
}) {
  const { proposals, onBegin } = props;
  const m = useMessages();
  const f = useFormat();
  const w = m.surveyWork.recode;
  const short = (text: string) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);
  const nameOf = ({ kind, labels, rules }: RecipeProposal): string => {
    const named = labels.map(({ label }) => label);
    switch (kind) {
      case 'dichotomise':
        return w.proposal.dichotomise(f.quote(short(named[1] ?? '')), f.quote(short(named[0] ?? '')));
      case 'collapse':
      case 'reverse':
        return w.proposal[kind];
      case 'bands':
        return w.proposal.bands(named.join(', '));
      case 'groups':
        return rules[0]?.range ? w.proposal.groups(named.join(', ')) : w.proposal.words;
    }
  };
  return (
    <Menu
      label={w.begin}
      framed
      button={
        <>
          {w.begin}
          <Icon name="down" />
        </>
      }
      items={proposals.map((proposal, i) => ({
        id: String(i),
        name: nameOf(proposal),
        run: () => onBegin(proposal),
      }))}
    />
  );
}
