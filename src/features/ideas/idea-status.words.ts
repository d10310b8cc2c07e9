import type { Locale } from '../../shared/errors/locale.js';
import { IdeaStatus } from './idea.entity.js';

/** What each status is called, on pages and wherever else the server names it. */
export const STATUS_WORDS: Record<IdeaStatus, Record<Locale, string>> = {
  [IdeaStatus.OPEN]: { en: 'New', es: 'Nueva', it: 'Nuova' },
  [IdeaStatus.UNDER_REVIEW]: { en: 'Under review', es: 'En estudio', it: 'In esame' },
  [IdeaStatus.PLANNED]: { en: 'Planned', es: 'Planificada', it: 'Pianificata' },
  [IdeaStatus.IN_PROGRESS]: { en: 'In progress', es: 'En marcha', it: 'In corso' },
  [IdeaStatus.DELIVERED]: { en: 'Delivered', es: 'Hecha realidad', it: 'Realizzata' },
  [IdeaStatus.DECLINED]: { en: 'Not now', es: 'Ahora no', it: 'Non ora' },
};
