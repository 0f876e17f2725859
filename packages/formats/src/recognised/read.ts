import { BagomError, type Document, type Paragraph, NO_FORMATS } from '@bagom/core';
import { UnreadList } from '../document/unread-list.js';
import { readHtml } from '../html/read.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: Json | undefined): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];

/** Whether a text may be JSON; cheap, as most files are not. */
export const looksLikeJson = (text: string): boolean =>
  /^\uFEFF?\s*[[{]/.test(text) && /[\]}]\s*$/.test(text.slice(-2000));

/** The JSON of a text that holds a recognised transcript, or null when it holds something else. */
export function recognisedIn(text: string): Fields | null {
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch {
    return null;
  }
  const fields = Array.isArray(value) ? { segments: value } : value;
  if (!isFields(fields)) return null;
  const known =
    segmentsOf(fields).some((segment) => typeof segment['text'] === 'string') ||
    (typeof fields['text'] === 'string' && ('media' in fields || 'language' in fields));
  return known ? fields : null;
}

/**
 * What a program heard, as OpenAI's Whisper, faster-whisper, WhisperX (`segments`), whisper.cpp (`transcription`) and Hugging
 * Face (`chunks`) write it, or typed in oTranscribe (`.otr`: HTML in JSON). A segment is a paragraph with its times and, where voices were told apart,
 * its speaker. Times of single words are not kept, and that is told.
 * @throws BagomError `json.no-transcript`
 */
export function readRecognised(text: string, fileName: string, encoding: string | null): Document {
  const fields = recognisedIn(text);
  if (!fields) throw new BagomError('json.no-transcript', { file: fileName });
  const segments = segmentsOf(fields);
  if (segments.length === 0) {
    const words = string(fields['text']);
    if ('media' in fields) return { ...readHtml(words, encoding), form: 'otranscribe' };
    return {
      form: 'whisper',
      encoding,
      unread: [],
      paragraphs: words.split('\n').map((line) => ({ text: line.trim(), formats: NO_FORMATS, line: null })),
    };
  }
  const unread = new UnreadList('cue');
  const paragraphs: Paragraph[] = [];
  let words = 0;
  segments.forEach((segment, i) => {
    words += listIn(segment['words']).length;
    const pieces = piecesOf(segment);
    if (pieces.length === 0)
      unread.tell('segment-without-words', JSON.stringify(segment).slice(0, 120), i + 1);
    for (const piece of pieces) paragraphs.push({ ...piece, formats: NO_FORMATS, line: i + 1 });
  });
  if (words > 0) unread.tell('word-times', String(words));
  return { form: 'whisper', encoding, paragraphs, unread: unread.done() };
}

function segmentsOf(fields: Fields): readonly Fields[] {
  for (const key of ['segments', 'transcription', 'chunks']) {
    const list = listIn(fields[key]);
    if (list.length > 0) return list;
  }
  return [];
}

type Piece = Pick<Paragraph, 'text' | 'time' | 'until' | 'speaker'>;

/** A segment as pieces, one a voice: words that were heard from another than the segment's speaker are told apart. */
function piecesOf(segment: Fields): Piece[] {
  const words = listIn(segment['words']);
  const voices = new Set(
    words.map((word) => word['speaker']).filter((speaker) => typeof speaker === 'string'),
  );
  if (voices.size > 1) {
    const pieces: { words: Fields[]; speaker: Json | undefined }[] = [];
    for (const word of words) {
      const speaker = word['speaker'] ?? pieces.at(-1)?.speaker ?? segment['speaker'];
      const last = pieces.at(-1);
      if (last && last.speaker === speaker) last.words.push(word);
      else pieces.push({ words: [word], speaker });
    }
    return pieces.flatMap((piece) =>
      pieceOf(
        piece.words
          .map((word) => string(word['word'] ?? word['text']))
          .join(piece.words.every((word) => !/^\s/.test(string(word['word'] ?? word['text']))) ? ' ' : ''),
        number(piece.words[0]?.['start']) ?? startOf(segment),
        number(piece.words.at(-1)?.['end']) ?? endOf(segment),
        piece.speaker,
      ),
    );
  }
  const [voice] = voices;
  return pieceOf(string(segment['text']), startOf(segment), endOf(segment), segment['speaker'] ?? voice);
}

function pieceOf(
  text: string,
  time: number | null,
  until: number | null,
  speaker: Json | undefined,
): Piece[] {
  const words = text.trim();
  if (words === '') return [];
  return [
    {
      text: words,
      ...(time === null ? {} : { time }),
      ...(until === null ? {} : { until }),
      ...(typeof speaker === 'string' || typeof speaker === 'number' ? { speaker: String(speaker) } : {}),
    },
  ];
}

function startOf(segment: Fields): number | null {
  return number(segment['start']) ?? pair(segment, 0, 'from');
}
function endOf(segment: Fields): number | null {
  return number(segment['end']) ?? pair(segment, 1, 'to');
}

/** whisper.cpp counts milliseconds in `offsets`; Hugging Face has pairs of seconds in `timestamp`. */
function pair(segment: Fields, at: 0 | 1, name: 'from' | 'to'): number | null {
  const { offsets, timestamp } = segment;
  if (isFields(offsets)) {
    const ms = number(offsets[name]);
    return ms === null ? null : ms / 1000;
  }
  return Array.isArray(timestamp) ? number(timestamp[at]) : null;
}

const string = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
