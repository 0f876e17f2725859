import { BagomError } from '@bagom/core';
import { createKeyFile, openKeyFile, type KeyEntry, type KeyFile } from '@bagom/store';

const IDLE = 15 * 60_000;

/**
 * The key file while true names are shown: in memory only, for the one session a start has, until it is closed or was
 * not used for a while. Acts on it come one after the other, so that none writes over another.
 */
export class OpenedKey {
  readonly #idle: number;
  #key: KeyFile | null = null;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(idle = IDLE) {
    this.#idle = idle;
  }

  make(location: string, passphrase: string): Promise<KeyEntry[]> {
    return this.#inTurn(async () => this.#hold(await createKeyFile(location, passphrase)));
  }

  open(location: string, passphrase: string): Promise<KeyEntry[]> {
    return this.#inTurn(async () => this.#hold(await openKeyFile(location, passphrase)));
  }

  /** Writes a true value, or removes it; saved before it is answered. Answers how many there are. */
  write({ table, id, field, value }: Omit<KeyEntry, 'value'> & { value: string | null }): Promise<number> {
    return this.#inTurn(async () => {
      const key = this.#key;
      if (key === null) throw new BagomError('key.closed');
      const before = key.get(table, id, field);
      const set = (to: string | null) =>
        to === null ? key.remove(table, id, field) : key.set(table, id, field, to);
      set(value);
      try {
        await key.save();
      } catch (error) {
        set(before);
        // What was read is not what lies there now: it has to be opened anew.
        if (error instanceof BagomError && error.code === 'key.changed-since') this.#drop();
        throw error;
      }
      this.#rest();
      return key.all().length;
    });
  }

  /** The id of the row about which a field says this; null: of none, or the key file is not open. */
  find(table: string, field: string, value: string): Promise<string | null> {
    return this.#inTurn(async () => {
      const entry = this.#key
        ?.all()
        .find((one) => one.table === table && one.field === field && one.value === value);
      return entry?.id ?? null;
    });
  }

  /** Closed for whoever comes next; what is being saved is saved first. */
  close(): Promise<void> {
    return this.#inTurn(async () => this.#drop());
  }

  #hold(key: KeyFile): KeyEntry[] {
    this.#drop();
    this.#key = key;
    this.#rest();
    return key.all();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#key?.close();
    this.#key = null;
  }

  #rest(): void {
    clearTimeout(this.#timer);
    // A program that ends need not wait for it.
    if (this.#key) this.#timer = setTimeout(() => void this.close(), this.#idle).unref();
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
