// Ways in which somebody writes the same once more.
let seed = 20_260_101;
/** The same numbers at every run. */
export const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

/** By hand: words of the demo's texts, and others that people use for them. */
const SYNONYMS = {
  es: 'asiento=plaza plaza=sitio retraso=demora bolsillo=faltriquera billete=pasaje móvil=teléfono calle=vía bares=cantinas noche=madrugada niños=críos escalón=peldaño ruido=estruendo sombra=toldo coche=auto vuelo=trayecto agua=líquido boda=casamiento chaqueta=americana vestido=falda gratis=regalado',
  it: 'pane=pagnotta bambini=ragazzini treno=convoglio strada=via volo=viaggio ritardo=attesa biglietto=titolo bicchiere=calice scuola=asilo torta=dolce cane=cagnolino macchina=auto gente=persone mattina=mattino prezzo=costo carrello=trolley',
  en: 'flight=plane bag=suitcase delay=lateness pocket=pouch seat=place queue=line kids=children street=road price=cost text=message trousers=pants bread=loaf coat=jacket window=pane noise=din gate=door water=river shirt=blouse',
};
const synonyms = Object.fromEntries(
  Object.entries(SYNONYMS).map(([language, pairs]) => [
    language,
    new Map(pairs.split(' ').map((pair) => pair.split('='))),
  ]),
);

const words = (text) => text.split(/\s+/).filter(Boolean);
const sentence = (body) => /^.*?[.!?](?=\s|$)/s.exec(body)?.[0] ?? body;
const without = (text) =>
  words(text)
    .filter(() => random() > 0.35)
    .join(' ') || text;
const unaccented = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** A letter left out, doubled, wrong, or two in the wrong order; not the first one. */
function misspelt(word) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + 'aeinrst'[Math.floor(random() * 7)] + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  return kinds[Math.floor(random() * kinds.length)];
}
const typos = (text) => text.replace(/\p{L}{5,}/gu, (word) => (random() < 0.5 ? misspelt(word) : word));
const exchange = (text, language) =>
  text.replace(/\p{L}+/gu, (word) => synonyms[language].get(word.toLowerCase()) ?? word);

export const REWORDINGS = {
  'a third of the title left out': ({ title }) => ({ title: without(title), body: '' }),
  'title without accents': ({ title }) => ({ title: unaccented(title), body: '' }),
  'typos in every second long word of the title': ({ title }) => ({ title: typos(title), body: '' }),
  'first half of the title, the last word broken off': ({ title }) => ({
    title: title.slice(0, Math.ceil(title.length / 2)),
    body: '',
  }),
  'synonyms, a third left out, a typo here and there, no accents': ({ title, language }) => ({
    title: unaccented(typos(without(exchange(title, language)))),
    body: '',
  }),
  'the same, and the first sentence so': ({ title, body, language }) => ({
    title: unaccented(typos(without(exchange(title, language)))),
    body: without(exchange(sentence(body), language)),
  }),
};
