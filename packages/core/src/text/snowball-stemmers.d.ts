declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const snowball: { newStemmer(language: 'danish' | 'english'): Stemmer };
  export default snowball;
}
