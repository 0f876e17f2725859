/** What one model is looked at for, in the order in which a researcher comes to it. The address names it: `?view=trust`. */
export const VIEWS = ['choose', 'profile', 'trust', 'explain', 'respondents', 'methods'] as const;
export type View = (typeof VIEWS)[number];

/** The view an address names; a model is first asked how many classes there should be. */
export const viewOf = (named: string | undefined): View => VIEWS.find((view) => view === named) ?? 'choose';
