/** Sentences by code, in both languages; `{name}` stands for a value of the error's data. */
export type Sentences = Readonly<Record<string, { readonly da: string; readonly en: string }>>;
