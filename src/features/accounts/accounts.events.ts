import { defineEvent } from '../../shared/events/domain-event.js';

/** Somebody proved an address and has an account now. */
export const AccountCreated = defineEvent('AccountCreated');

/** Somebody took their account away: what they said stays as a "former member's", what is about them must go. */
export const AccountErased = defineEvent('AccountErased');
