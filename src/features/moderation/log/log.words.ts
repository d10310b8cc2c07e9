import type { Localized } from '../../../shared/errors/locale.js';
import type { DecisionAct } from '../decisions/decision.entity.js';
import type { ReviewKind } from '../reviews/review.entity.js';
import type { LogEvent } from './log-entry.entity.js';

/** What the log is called, and what it is: as the page says it. */
export const LOG_TITLE: Localized<string> = {
  en: (company) => `Moderation log of ${company}`,
  es: (company) => `Registro de moderación de ${company}`,
  it: (company) => `Registro di moderazione di ${company}`,
};
export const LOG_SUMMARY: Localized = {
  en: 'Every decision about what people wrote here, also about what is hidden: without names and texts, and chained so that nobody can change it afterwards.',
  es: 'Cada decisión sobre lo que se ha escrito aquí, también sobre lo que está oculto: sin nombres ni textos, y encadenada para que nadie pueda cambiarla después.',
  it: 'Ogni decisione su ciò che è stato scritto qui, anche su ciò che è nascosto: senza nomi né testi, e concatenata perché nessuno possa cambiarla dopo.',
};
export const REPORT_TITLE: Localized<string> = {
  en: (company) => `Transparency report of ${company}`,
  es: (company) => `Informe de transparencia de ${company}`,
  it: (company) => `Relazione di trasparenza di ${company}`,
};
export const REPORT_SUMMARY: Localized = {
  en: 'How many decisions, notices and appeals there were, how long they took and how often they were wrong, counted from the public log alone.',
  es: 'Cuántas decisiones, notificaciones y reclamaciones hubo, cuánto tardaron y con qué frecuencia fueron erróneas, contados solo a partir del registro público.',
  it: 'Quante decisioni, segnalazioni e reclami ci sono stati, quanto tempo hanno richiesto e quante volte erano sbagliati, contati dal solo registro pubblico.',
};

export const HEAD_WORDS: Localized<{ day: string; position: number }> = {
  en: ({ day, position }) => `Head of ${day}: line ${position}`,
  es: ({ day, position }) => `Cabeza del ${day}: línea ${position}`,
  it: ({ day, position }) => `Testa del ${day}: riga ${position}`,
};

/** As a feed calls what happened; `DECIDED` by its act. */
export const EVENT_WORDS: Record<LogEvent, Localized> = {
  DECIDED: { en: 'Decided', es: 'Decidido', it: 'Deciso' },
  UNDONE: { en: 'Taken back', es: 'Anulado', it: 'Annullato' },
  APPEALED: { en: 'Appealed', es: 'Reclamación presentada', it: 'Reclamo presentato' },
  APPEAL_DECIDED: { en: 'Appeal decided', es: 'Reclamación resuelta', it: 'Reclamo deciso' },
  NOTICE_RECEIVED: { en: 'Notice received', es: 'Notificación recibida', it: 'Segnalazione ricevuta' },
  NOTICE_SETTLED: { en: 'Notice settled', es: 'Notificación resuelta', it: 'Segnalazione conclusa' },
};

export const ACT_WORDS: Record<DecisionAct | 'MASK' | 'MERGE' | 'MOVE', Localized> = {
  KEEP: { en: 'Kept', es: 'Mantenido', it: 'Mantenuto' },
  REQUEST_EDIT: { en: 'Edit requested', es: 'Cambio pedido', it: 'Modifica richiesta' },
  HIDE: { en: 'Hidden', es: 'Oculto', it: 'Nascosto' },
  REMOVE: { en: 'Removed', es: 'Retirado', it: 'Rimosso' },
  LOCK: { en: 'Locked', es: 'Bloqueado', it: 'Bloccato' },
  MASK: { en: 'Masked', es: 'Enmascarado', it: 'Mascherato' },
  MERGE: { en: 'Merged', es: 'Fusionado', it: 'Unito' },
  MOVE: { en: 'Moved', es: 'Trasladado', it: 'Spostato' },
  WARN: { en: 'Author warned', es: 'Autor advertido', it: 'Autore ammonito' },
  SILENCE: { en: 'Author silenced', es: 'Autor silenciado', it: 'Autore silenziato' },
  SUSPEND: { en: 'Author suspended', es: 'Autor suspendido', it: 'Autore sospeso' },
  EXCLUDE: {
    en: 'Author excluded from rewards',
    es: 'Autor excluido de las recompensas',
    it: 'Autore escluso dalle ricompense',
  },
};

export const KIND_WORDS: Record<ReviewKind, Localized> = {
  IDEA: { en: 'idea', es: 'idea', it: 'idea' },
  COMMENT: { en: 'comment', es: 'comentario', it: 'commento' },
  PROFILE: { en: 'member', es: 'miembro', it: 'membro' },
};
