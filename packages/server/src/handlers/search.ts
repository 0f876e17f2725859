import { seenStudy } from '../seen-study.js';
import { api } from './api.js';

export const search = api.search.handler(async ({ context, input: { words, ...page } }) =>
  context.search.find(await seenStudy(context), words, page),
);
