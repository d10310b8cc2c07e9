import { defineErrors } from '../../../shared/errors/domain-error.js';

export const prizesErrors = defineErrors({
  WINNERS_TOO_EARLY: {
    en: 'Winners are chosen once nobody can submit or vote any more.',
    es: 'Los ganadores se eligen cuando ya nadie puede enviar ideas ni votar.',
    it: 'I vincitori si scelgono quando nessuno può più inviare idee né votare.',
  },
  WINNERS_CHOSEN: {
    en: 'Winners have been chosen already. Take the planned announcement back first.',
    es: 'Ya se han elegido ganadores. Retira primero el anuncio previsto.',
    it: 'I vincitori sono già stati scelti. Ritira prima l’annuncio previsto.',
  },
  JURY_CLOSED: {
    en: 'The jury is closed: the winners are chosen.',
    es: 'El jurado está cerrado: los ganadores ya están elegidos.',
    it: 'La giuria è chiusa: i vincitori sono già stati scelti.',
  },
  WINNERS_NOT_BY_TERMS: {
    en: 'The terms of this challenge say who wins: the first of the list. Among those who are level you may choose.',
    es: 'Las bases de este reto dicen quién gana: los primeros de la lista. Entre quienes empatan puedes elegir.',
    it: 'Il regolamento di questa sfida dice chi vince: i primi dell’elenco. Tra chi è alla pari puoi scegliere.',
  },
  WINNER_BARRED: {
    en: 'This idea cannot win here.',
    es: 'Esta idea no puede ganar aquí.',
    it: 'Questa idea non può vincere qui.',
  },
  PRIZE_WITHOUT_WINNER: {
    en: 'Every promised prize gets a winner, as long as there is an idea that can win.',
    es: 'Cada premio prometido tiene ganador, mientras haya una idea que pueda ganar.',
    it: 'Ogni premio promesso ha un vincitore, finché c’è un’idea che può vincere.',
  },
  CLAIM_STATE: {
    en: 'This is not possible with the prize now.',
    es: 'Ahora no es posible con este premio.',
    it: 'Ora non è possibile con questo premio.',
  },
  CLAIM_EXCLUDED: {
    en: 'Who is excluded from rewards has no part in prizes while that lasts.',
    es: 'Quien está excluido de las recompensas no tiene parte en los premios mientras dure.',
    it: 'Chi è escluso dalle ricompense non partecipa ai premi finché dura.',
  },
  SHARES_FIXED: {
    en: 'Winners have been announced: shares stay as they were agreed.',
    es: 'Ya se han anunciado los ganadores: las partes quedan como se acordaron.',
    it: 'I vincitori sono già stati annunciati: le quote restano come concordate.',
  },
});
