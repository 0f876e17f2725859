import { RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { Mention } from './masking-types.js';

export interface PaintedMention {
  mention: Mention;
  chosen: boolean;
  /** It is decided together with the chosen one. */
  alike: boolean;
}

/** Gives the text its mentions anew. */
export const setMentions = StateEffect.define<readonly PaintedMention[]>();

/** What will be printed, beside the words it stands for. */
class Replacement extends WidgetType {
  private readonly words: string;

  constructor(words: string) {
    super();
    this.words = words;
  }

  override eq(other: Replacement): boolean {
    return other.words === this.words;
  }

  override toDOM(): HTMLElement {
    const span = document.createElement('span');
    span.className = 'masking-replacement';
    span.textContent = this.words;
    return span;
  }
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMentions)) return paintOf(effect.value);
    return value;
  },
  provide: (own) => EditorView.decorations.from(own),
});

/** Mentions in the text: dotted while open, crossed out with the replacement beside when masked, plain when kept. */
export const mentionPaint: Extension = field;

function paintOf(mentions: readonly PaintedMention[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let end = 0;
  for (const { mention, chosen, alike } of mentions) {
    // Of overlapping mentions the first and longest counts, in print as here.
    if (mention.from < end) continue;
    end = mention.to;
    const state = chosen ? 'chosen' : alike ? 'alike' : '';
    builder.add(
      mention.from,
      mention.to,
      Decoration.mark({ class: `masking-mention ${mention.decision} ${state}` }),
    );
    if (mention.decision === 'mask') {
      builder.add(
        mention.to,
        mention.to,
        Decoration.widget({ widget: new Replacement(mention.printed), side: 1 }),
      );
    }
  }
  return builder.finish();
}
