import { defineErrors } from '../errors/domain-error.js';

/** Refusals about uploaded files. */
export const filesErrors = defineErrors({
  FILE_MISSING: {
    en: 'Please choose a file.',
    es: 'Elige un archivo.',
    it: 'Scegli un file.',
  },
  FILE_TOO_LARGE: {
    en: ({ megabytes }) => `This file is too large: at most ${megabytes} MB.`,
    es: ({ megabytes }) => `El archivo es demasiado grande: como máximo ${megabytes} MB.`,
    it: ({ megabytes }) => `Il file è troppo grande: al massimo ${megabytes} MB.`,
  },
  FILE_TYPE_NOT_ALLOWED: {
    en: ({ types }) => `This kind of file is not allowed here. Allowed: ${types}.`,
    es: ({ types }) => `Este tipo de archivo no está permitido aquí. Permitidos: ${types}.`,
    it: ({ types }) => `Questo tipo di file non è consentito qui. Consentiti: ${types}.`,
  },
  IMAGE_TOO_MANY_PIXELS: {
    en: ({ megapixels }) => `This image has too many pixels: at most ${megapixels} megapixels.`,
    es: ({ megapixels }) => `La imagen tiene demasiados píxeles: como máximo ${megapixels} megapíxeles.`,
    it: ({ megapixels }) => `L’immagine ha troppi pixel: al massimo ${megapixels} megapixel.`,
  },
  FILE_UNREADABLE: {
    en: 'This file is damaged: it can’t be read.',
    es: 'El archivo está dañado: no se puede leer.',
    it: 'Il file è danneggiato: non si può leggere.',
  },
});
