import { invalidField } from '../../../../shared/errors/validation.js';
import type { Badge } from './badge.entity.js';
import { type CreateBadgeInput, MOST_YEARS } from './badge.inputs.js';
import { BadgeMetric } from './badge.policy.js';

/** How many badges of its own a company may have in use: each is looked at whenever somebody earns points. */
export const MOST_OWN = 100;

type Settings = Pick<Badge, 'name' | 'description' | 'pictureFileId' | 'pictureAlt' | 'metric' | 'threshold'>;

/**
 * What a manager asks for, as it is stored.
 * @param before the picture that stays where none is named
 * @throws DomainError VALIDATION_FAILED where its parts do not go together
 */
export function settingsOf(input: Omit<CreateBadgeInput, 'companyId'>, before: string | null): Settings {
  const { name, description } = input;
  const [metric, threshold] = [input.metric ?? null, input.threshold ?? null];
  const pictureFileId = input.pictureFileId === undefined ? before : input.pictureFileId;
  if ((metric === null) !== (threshold === null)) throw ruleIncomplete();
  if (metric === BadgeMetric.YEARS && threshold! > MOST_YEARS) throw ruleIncomplete();
  if (pictureFileId && !input.pictureAlt) throw altNeeded();
  return { name, description, pictureFileId, pictureAlt: pictureFileId ? input.pictureAlt! : null, metric, threshold };
}

const ruleIncomplete = () =>
  invalidField('threshold', 'BAD_RULE', {
    en: 'A rule says what it counts and from how many on: for years, 100 at most.',
    es: 'Una regla dice qué cuenta y a partir de cuántos: si son años, 100 como máximo.',
    it: 'Una regola dice che cosa conta e da quanti in poi: per gli anni, al massimo 100.',
  });

const altNeeded = () =>
  invalidField('pictureAlt', 'ALT_NEEDED', {
    en: 'Say what the picture shows, for people who can’t see it.',
    es: 'Describe la imagen para quienes no pueden verla.',
    it: 'Descrivi l’immagine per chi non può vederla.',
  });

/** Else its holders would come to be seen by others, or by who is asked whether they have it. */
export const staysForReports = () =>
  invalidField('metric', 'FOR_REPORTS', {
    en: 'Who has a badge for reports is known to themselves alone, so it can’t become one for something else, nor the other way round. Make another badge.',
    es: 'Quién tiene una insignia por avisos solo lo sabe cada persona, así que no puede pasar a contar otra cosa, ni al revés. Crea otra insignia.',
    it: 'Chi ha un distintivo per le segnalazioni lo sa solo la persona stessa, quindi non può passare a contare altro, né viceversa. Crea un altro distintivo.',
  });
