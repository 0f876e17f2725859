import { api } from './api.js';

export const search = api.search.handler(({ context, input: { words, ...page } }) =>
  context.search.find(words, page),
);
