import type { TemplateTexts } from './templates';

const shared = (company: string) => `- Può partecipare chiunque sia membro di questa community.
- Invia solo ciò che hai fatto tu o che puoi condividere, e nulla di riservato.
- Tutti possono leggere ciò che pubblichi qui e partire da lì per andare oltre.
- ${company} risponde a ogni idea che la community sostiene, e dice in pubblico perché va avanti o perché no.`;

const judged = (company: string) =>
  `- I vincitori li sceglie ${company} secondo i criteri di questa sfida; del voto si tiene conto, ma da solo non decide.`;

const rights = (company: string) => `${shared(company)}
${judged(company)}
- Chi vince cede, in cambio del premio, i diritti d’uso della proposta. Chi non vince conserva tutti i diritti, e ${company} non userà ciò che ha proposto.`;

export const texts: TemplateTexts = {
  product: {
    title: 'Che cosa dovremmo creare adesso?',
    summary:
      'Raccontaci che cosa ti manca. Realizzeremo l’idea che aiuta più persone, con chi l’ha avuta accanto a noi fin dal primo schizzo.',
    brief: `## Perché lo chiediamo

_Spiega in due o tre frasi che cosa avete notato e perché volete sentirlo da chi usa ciò che fate._

## Che cosa cerchiamo

- Un problema vero, tuo o di qualcuno che conosci
- Come te la cavi oggi
- Che cosa cambierebbe se fosse risolto

## Che cosa non può cambiare

_Di’ i limiti con franchezza: budget, sicurezza, materiali, norme. Un’idea che sbatte contro un muro di cui nessuno ha parlato costa fiducia._

## Una buona risposta

Parla di una cosa sola, racconta il momento in cui succede e si capisce senza disegno. Un’immagine aiuta; non serve che sia bella.`,
    tags: ['nuovo prodotto'],
    criteria: [
      { name: 'Utilità', description: 'Risolve qualcosa che molte persone hanno davvero.', weight: 40 },
      {
        name: 'Fattibilità',
        description: 'Possiamo farlo con ciò che abbiamo, o sappiamo come procurarcelo.',
        weight: 30,
      },
      { name: 'Originalità', description: 'Non è ancora su nessuno scaffale, neppure sul nostro.', weight: 20 },
      { name: 'Chiarezza', description: 'Basta leggerla una volta per vederla funzionare.', weight: 10 },
    ],
    prizes: ['Per l’idea che realizzeremo, con il tuo nome sopra', 'Uno dei primi pezzi, prima che sia in vendita'],
    terms: (company) => `${shared(company)}
${judged(company)}
- Il premio paga il diritto di realizzare l’idea vincente. Quelle che non vincono restano di chi le ha avute.`,
  },
  fix: {
    title: 'Che cosa dovremmo sistemare per primo?',
    summary:
      'Le cose piccole e grandi che ti intralciano. Sistemiamo quelle che danno fastidio a più persone, e mostriamo quando è fatto.',
    brief: `## Di che cosa si tratta

_Di quale parte del vostro prodotto o servizio volete sapere? Più stretta è la domanda, migliori sono le risposte._

## Raccontaci

- Che cosa è successo, e dove
- Quanto spesso ti capita
- Che cosa ti aspettavi invece

## Che cosa ne facciamo

Se qualcosa dà fastidio anche a te, votalo invece di scriverlo di nuovo: insieme pesa di più. Entro una settimana dalla chiusura diremo, delle dieci proposte più sostenute, che cosa faremo, quando e perché.

## Che cosa non va qui

Il tuo ordine, la tua fattura, la tua prenotazione: scrivi all’assistenza clienti, dove i tuoi dati restano privati.`,
    tags: ['da sistemare'],
    criteria: [
      { name: 'Quanti ne aiuta', description: 'I voti, e le persone dietro che non dicono nulla.', weight: 40 },
      { name: 'Quanto fa male', description: 'Un fastidio, tempo perso o un motivo per andarsene.', weight: 35 },
      {
        name: 'Quando possiamo',
        description: 'Ciò che si sistema in settimane viene prima di ciò che richiede un anno.',
        weight: 25,
      },
    ],
    prizes: ['Un grazie pubblico quando sarà sistemato, e un’anteprima del risultato'],
    terms: shared,
  },
  name: {
    title: 'Come lo chiamiamo?',
    summary: 'È pronto e non ha ancora un nome. Trova quello che resterà in mente, e raccontaci perché.',
    brief: `## Che cosa ha bisogno di un nome

_Descrivilo a chi non l’ha mai visto: che cos’è, per chi è, che effetto fa usarlo. Aggiungi un’immagine._

## Che cosa deve fare il nome

- Essere facile da dire in tutte le lingue di questa community
- Andare ancora bene fra cinque anni
- _Aggiungi ciò che conta per voi: un’atmosfera, un suono, una storia_

## Che cosa non funziona

- Nomi che altri usano già per qualcosa di simile
- Sigle e giochi di parole da spiegare
- _Aggiungi ciò che avete già escluso_

## Una buona risposta

Un nome per idea, con una frase che dica da dove viene.`,
    tags: ['nome'],
    criteria: [
      { name: 'Si ricorda', description: 'Il giorno dopo lo sai ancora.', weight: 35 },
      { name: 'Calza', description: 'Dice qualcosa di vero di ciò che nomina.', weight: 35 },
      { name: 'È libero', description: 'Nessun altro lo usa per vendere, e l’indirizzo web è libero.', weight: 30 },
    ],
    prizes: ['Per il nome che sceglieremo'],
    terms: (company) => `${rights(company)}
- Se più persone propongono lo stesso nome, conta la prima.
- ${company} verifica che il nome si possa usare prima di annunciare chi ha vinto, e può scegliere il successivo se non si può.`,
  },
  design: {
    title: 'Che aspetto dovrebbe avere?',
    summary:
      'Disegnalo, costruiscilo o fotografalo. La community vota, il nostro gruppo di design sceglie e il progetto vincente si realizza.',
    brief: `## Che cosa c’è da progettare

_Che cos’è, dove lo si vedrà o toccherà, e che cosa si dovrebbe provare? Mostra ciò che c’è oggi._

## Che cosa ci serve da te

- Un’immagine dell’insieme e una del dettaglio di cui vai più fiero
- Una o due frasi sul pensiero che c’è dietro
- Basta uno schizzo: conta l’idea, non il programma

## Che cosa resta fisso

_Misure, colori, materiali, logo, costo. Allega un modello, se c’è._

## Che cosa devi sapere

Puoi migliorare il progetto finché non comincia il voto, e leggerai che cosa ne pensano gli altri. Ogni versione resta visibile.`,
    tags: ['design'],
    criteria: [
      { name: 'Idea', description: 'C’è dentro un pensiero che non si era ancora visto.', weight: 35 },
      { name: 'Bellezza', description: 'Viene voglia di guardarlo due volte.', weight: 25 },
      { name: 'Nell’uso', description: 'Funziona in mano, sullo scaffale e in ogni misura.', weight: 25 },
      {
        name: 'Si può fare',
        description: 'Con i nostri materiali, nelle nostre quantità, al nostro prezzo.',
        weight: 15,
      },
    ],
    prizes: ['Per il progetto che realizzeremo', 'Per il progetto che piace di più alla community'],
    terms: (company) => `${rights(company)}
- ${company} può adattare il progetto vincente a ciò che si può produrre, e nomina chi l’ha fatto ovunque lo mostri.`,
  },
};
