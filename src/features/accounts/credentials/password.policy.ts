import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** The estimate's time grows with the length; whoever types this much that is not guessable has a good password. */
const ESTIMATED_CHARACTERS = 40;
/** Of 0 to 4: at least 10^8 guesses. */
const LEAST_SCORE = 3;

/** Words that a guesser would try here first. */
const OWN_WORDS = [
  'cocrea', 'contraseña', 'contrasena', 'clave', 'secreto', 'hola', 'bienvenido', 'tequiero', 'teamo', 'amor', 'verano',
  'invierno', 'primavera', 'password', 'segreta', 'ciao', 'benvenuto', 'tiamo', 'amore', 'estate', 'inverno', 'forza',
  'welcome', 'summer', 'winter', 'spring', 'autumn',
]; // prettier-ignore

const common = new Set(dictionary['passwords-common']);
let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password is refused; null for a good one. Common: one of the 49,000 most used and breached ones, whatever its
 * capitals. Guessable: built from those, from names, dates, keyboard rows, or from what the person told about themselves.
 */
export function passwordProblem(
  password: string,
  about: string[] = [],
): 'PASSWORD_TOO_COMMON' | 'PASSWORD_TOO_GUESSABLE' | null {
  if (common.has(password.toLowerCase())) return 'PASSWORD_TOO_COMMON';
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const own = about.flatMap((text) => [text, text.split('@')[0]!, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const words = [...own, ...OWN_WORDS].filter((word) => word.length > 2);
  const { score } = estimator.check(password.slice(0, ESTIMATED_CHARACTERS), words);
  return score < LEAST_SCORE ? 'PASSWORD_TOO_GUESSABLE' : null;
}
