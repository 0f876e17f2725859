import { z } from 'zod';
import { memo, memoSubject } from './coding.js';
import { changed, id, route, span } from './operation.js';

const subject = { about: memoSubject, aboutId: z.string() };
export const bookmark = z.object({
  id,
  sourceId: id,
  version: z.number(),
  ...span,
  name: z.string().max(120),
  coderId: id.nullable(),
});

/** Thoughts written down about anything, linked to each other; and places to come back to. */
export const memos = {
  memos: route
    .route({
      method: 'GET',
      path: '/coding/memos',
      summary: 'All memos with what they are about and linked to, and what they can be linked to',
    })
    .output(
      z.object({
        memos: z.array(
          memo.extend({
            name: z.string(),
            /** The words of an annotation. */
            words: z.string().nullable(),
            links: z.array(z.object({ id, ...subject, name: z.string() })),
          }),
        ),
        subjects: z.array(z.object({ about: memoSubject, id, name: z.string() })),
      }),
    ),
  saveMemo: route
    .route({
      method: 'PUT',
      path: '/coding/memos',
      summary: 'Add or change a memo; `links` are all that it is linked to besides its subject',
    })
    .input(
      memo
        .omit({ createdAt: true })
        .extend({ id: id.optional(), links: z.array(z.object(subject)).max(200).optional() }),
    )
    .output(changed),
  removeMemo: route
    .route({ method: 'DELETE', path: '/coding/memos/{id}', summary: 'Remove a memo' })
    .input(z.object({ id }))
    .output(changed),
  bookmarks: route
    .route({ method: 'GET', path: '/coding/bookmarks', summary: 'Bookmarks with their words' })
    .output(
      z.object({
        bookmarks: z.array(
          bookmark.extend({ sourceTitle: z.string(), pseudonym: z.string().nullable(), words: z.string() }),
        ),
      }),
    ),
  saveBookmark: route
    .route({ method: 'PUT', path: '/coding/bookmarks', summary: 'Set or rename a bookmark' })
    .input(bookmark.extend({ id: id.optional() }))
    .output(changed),
  removeBookmark: route
    .route({ method: 'DELETE', path: '/coding/bookmarks/{id}', summary: 'Remove a bookmark' })
    .input(z.object({ id }))
    .output(changed),
};
