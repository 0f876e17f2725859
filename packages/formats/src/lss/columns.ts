import { questionnaireVariable, type CodeLabel, type QuestionnaireVariable } from '@bagom/core';
import { itemLabel } from '../questionnaire/plain-text.js';
import type { OwnWords } from './own-words.js';

/** A question with its items and answers, in one language. */
export interface LssQuestion {
  readonly code: string;
  /** LimeSurvey's letter for the type of question. */
  readonly type: string;
  readonly words: string;
  readonly hasOther: boolean;
  readonly own: OwnWords;
  readonly items: readonly { readonly code: string; readonly words: string; readonly scale: number }[];
  readonly answers: readonly (CodeLabel & { readonly scale: number })[];
  /** `survey X group X question`, as the oldest exports name columns. */
  readonly sgqa: string;
  readonly from: string;
}

interface Columns {
  readonly columns: readonly QuestionnaireVariable[];
  /** What of the question has no form here. */
  readonly note: string | null;
}

/** The columns a question has in an export with question codes in its first line, `Q[SQ001]`. */
export function columnsOf(question: LssQuestion): Columns {
  const { type, answers, own } = question;
  const column = columnMaker(question);
  const rows = question.items.filter(({ scale }) => scale === 0);
  const listed = answers.filter(({ scale }) => scale === 0);
  const coded = { kind: null, measure: 'nominal', labels: listed } as const;
  const text = { kind: 'string' } as const;
  const number = { kind: 'number', measure: 'scale' } as const;
  const other = question.hasOther ? [column('other', own.other, text)] : [];
  const plain = (columns: readonly QuestionnaireVariable[]): Columns => ({ columns, note: null });
  switch (type) {
    case 'L':
    case '!': {
      const labels = question.hasOther ? [...listed, { value: '-oth-', label: own.other }] : listed;
      return plain([column('', '', { ...coded, labels }), ...other]);
    }
    case 'O':
      return plain([column('', '', coded), column('comment', '', text)]);
    case '5':
      return plain([column('', '', { kind: 'number', measure: 'ordinal', labels: points(5) })]);
    case 'Y':
      return plain([
        column('', '', { kind: 'string', measure: 'nominal', labels: codes({ Y: own.yes, N: own.no }) }),
      ]);
    case 'G':
      return plain([
        column('', '', { kind: 'string', measure: 'nominal', labels: codes({ F: own.female, M: own.male }) }),
      ]);
    case 'N':
      return plain([column('', '', number)]);
    case 'M':
    case 'P': {
      // A box that was not ticked and a question that was not shown are both empty: nothing here can tell them apart.
      const ticked = rows.flatMap(({ code, words }) => [
        column(code, words, { kind: 'string', measure: 'nominal', labels: codes({ Y: own.yes, N: own.no }) }),
        ...(type === 'P' ? [column(`${code}comment`, words, text)] : []),
      ]);
      const otherComment = type === 'P' && question.hasOther ? [column('othercomment', own.other, text)] : [];
      return { columns: [...ticked, ...other, ...otherComment], note: 'ticked-or-empty' };
    }
    case 'A':
      return plain(
        rows.map(({ code, words }) =>
          column(code, words, { kind: 'number', measure: 'ordinal', labels: points(5) }),
        ),
      );
    case 'B':
      return plain(
        rows.map(({ code, words }) =>
          column(code, words, { kind: 'number', measure: 'ordinal', labels: points(10) }),
        ),
      );
    case 'C':
      return plain(
        rows.map(({ code, words }) =>
          column(code, words, {
            kind: 'string',
            measure: 'nominal',
            labels: codes({ Y: own.yes, U: own.uncertain, N: own.no }),
          }),
        ),
      );
    case 'E':
      return plain(
        rows.map(({ code, words }) =>
          column(code, words, {
            kind: 'string',
            measure: 'ordinal',
            labels: codes({ I: own.more, S: own.same, D: own.less }),
          }),
        ),
      );
    case 'F':
    case 'H':
      return plain(rows.map(({ code, words }) => column(code, words, { ...coded, measure: 'ordinal' })));
    case '1':
      return plain(
        rows.flatMap(({ code, words }) =>
          [0, 1].map((scale) =>
            column(
              code,
              words,
              { ...coded, measure: 'ordinal', labels: answers.filter((one) => one.scale === scale) },
              scale,
            ),
          ),
        ),
      );
    case ':':
    case ';': {
      const across = question.items.filter(({ scale }) => scale === 1);
      return plain(
        rows.flatMap((row) =>
          across.map((one) =>
            column(`${row.code}_${one.code}`, itemLabel(one.words, row.words), type === ':' ? number : text),
          ),
        ),
      );
    }
    case 'K':
      return plain(rows.map(({ code, words }) => column(code, words, number)));
    case 'Q':
      return plain(rows.map(({ code, words }) => column(code, words, text)));
    case 'R': {
      const options =
        listed.length > 0 ? listed : rows.map(({ code, words }) => ({ value: code, label: words }));
      return plain(
        options.map((_, at) => column(String(at + 1), String(at + 1), { ...coded, labels: options })),
      );
    }
    case 'X':
      return plain([]);
    case '|':
      return { columns: [column('', '', text), column('filecount', '', number)], note: 'uploaded-files' };
    case 'D':
    case 'S':
    case 'T':
    case 'U':
    case '*':
    case 'I':
      return plain([column('', '', text)]);
    default:
      return { columns: [column('', '', {})], note: 'unknown-question-type' };
  }
}

type About = Partial<Omit<QuestionnaireVariable, 'name' | 'aliases' | 'label' | 'question'>>;

/** Makes a question's columns: its item in brackets, and what other exports call it. */
function columnMaker({ code, words, sgqa, from }: LssQuestion) {
  return (
    item: string,
    itemWords: string,
    about: About,
    scale: number | null = null,
  ): QuestionnaireVariable => {
    const of = item === '' ? '' : `[${item}]`;
    const heading = itemWords === '' ? words : `${words} [${itemWords}]`;
    const inScale = scale === null ? '' : `[${scale + 1}]`;
    return questionnaireVariable(`${code}${of}${inScale}`, {
      aliases: [
        `${code}${item && `_${item}`}${scale === null ? '' : `_${scale}`}`,
        `${code}${item}${scale === null ? '' : `#${scale}`}`,
        `${sgqa}${item}${scale === null ? '' : `#${scale}`}`,
        ...(scale === null && heading !== '' ? [heading, `${code}${of}. ${heading}`] : []),
      ],
      label: itemLabel(itemWords, words),
      question: words,
      from,
      ...about,
      ...(about.labels ? { labels: about.labels.map(({ value, label }) => ({ value, label })) } : {}),
    });
  };
}

const points = (most: number): CodeLabel[] =>
  Array.from({ length: most }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }));

const codes = (words: Readonly<Record<string, string>>): CodeLabel[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
