import { inContext, readQuery, readWords, SearchIndex, type SearchKind, type StudyState } from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** As many characters are read while whoever asks waits: a tenth of a second. */
const WAITED_FOR = 2_000_000;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The search of an open study. Its texts are read into memory in the background, one after the other, so that requests are
 * answered in between; what is in rows follows the study by itself.
 */
export class StudySearch {
  readonly #study: StudyFile;
  readonly #index = new SearchIndex();
  #reading: Promise<void> | null = null;
  #closed = false;

  constructor(study: StudyFile) {
    this.#study = study;
  }

  /** Starts reading what is not read yet. What fails will fail again for whoever searches, who is told. */
  begin(): void {
    this.#read().catch(() => {});
  }

  /** Lets go of the study: nothing is read from now on. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#reading?.catch(() => {});
  }

  /**
   * Where everything asked for stands in the study as someone may see it. Texts still unread are told of, not waited for, unless
   * they are few.
   */
  async find(
    state: StudyState,
    typed: string,
    page: { kinds: readonly SearchKind[]; from: number; count: number },
  ) {
    const waiting = this.#index.unread(state).reduce((sum, { length }) => sum + length, 0);
    if (waiting > WAITED_FOR) this.begin();
    else if (waiting > 0) await this.#read();
    const groups = this.#index.search(state, readQuery(typed), page);
    const of = state.sources.size;
    return {
      groups: await Promise.all(
        groups.map(async ({ hits, ...group }) => ({
          ...group,
          hits: await Promise.all(
            hits.map(async ({ id, title, pseudonym, place, text, words, line }) => {
              const whole = typeof text === 'string' ? text : await this.#study.text(text.hash);
              return { id, title, pseudonym, place, ...inContext(whole, words, line) };
            }),
          ),
        })),
      ),
      reading: { done: of - this.#index.unread(state).length, of },
    };
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    for (const { hash, language } of this.#index.unread(this.#study.state)) {
      if (this.#closed) return;
      this.#index.takeText(hash, readWords(await this.#study.text(hash), language));
      await nextTurn();
    }
  }
}
