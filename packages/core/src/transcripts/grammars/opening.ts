import type { LaidOut, LaidParagraph } from '../lay-out.js';

/**
 * The beginning of a turn as a grammar sees it. The label stands from `at` to `from`, the words from `from` to the next
 * opening, or to `to` when something else comes between. `label` is null where the text names nobody.
 */
export interface Opening {
  readonly at: number;
  readonly from: number;
  readonly to?: number;
  readonly label: string | null;
  readonly time: number | null;
  readonly line: number | null;
  /** What had to be forgiven in the label, and how it was printed. */
  readonly slip?: { readonly kind: string; readonly printed: string };
}

/** One way in which transcripts say who speaks. It gives no openings where it finds nothing of its own. */
export interface Grammar<Name extends string = string> {
  readonly name: Name;
  /** How far its signs can be trusted to mean a speaker, from 0 to 1. */
  readonly trust: number;
  /** Its labels are the format's own, so that one that comes but once is a speaker too. */
  readonly certain?: true;
  openings(page: LaidOut): Opening[];
}

/** A line of the text with the paragraph it stands in. */
export interface Line {
  readonly at: number;
  readonly text: string;
  readonly paragraph: LaidParagraph;
}

/** Every line with words, in order. */
export function* linesOf({ text, paragraphs }: LaidOut): Generator<Line> {
  for (const paragraph of paragraphs) {
    let at = paragraph.from;
    while (at < paragraph.to) {
      const feed = text.indexOf('\n', at);
      const end = feed === -1 || feed > paragraph.to ? paragraph.to : feed;
      if (end > at) yield { at, text: text.slice(at, end), paragraph };
      at = end + 1;
    }
  }
}
