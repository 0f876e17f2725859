/** What marks a file of several class models, as `bagom classes --json FILE` writes it and scoring reads it, and its form. */
export const MODELS_FORMAT = 'bagom-classes';
export const MODELS_VERSION = 1;
