import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

export interface Annotated {
  from: number;
  to: number;
  /** What was written, for the tooltip. */
  note: string;
}

/** Gives a text its annotated words anew. */
const setAnnotated = StateEffect.define<readonly Annotated[]>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setAnnotated)) continue;
      const { length } = transaction.newDoc;
      return Decoration.set(
        effect.value
          .filter(({ from, to }) => from < to && to <= length)
          .map(({ from, to, note }) =>
            Decoration.mark({ class: 'cm-annotated', attributes: { title: note } }).range(from, to),
          ),
        true,
      );
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Annotated words have a quiet dotted line under them. */
export function annotationMarks(view: EditorView, annotated: readonly Annotated[]): void {
  const effects: StateEffect<unknown>[] = [setAnnotated.of(annotated)];
  if (view.state.field(marks, false) === undefined)
    effects.unshift(StateEffect.appendConfig.of(marks satisfies Extension));
  view.dispatch({ effects });
}
