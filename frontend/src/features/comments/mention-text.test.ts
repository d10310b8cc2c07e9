import { completeName, toReadable, toStored, typedName } from './mention-text';

const ana = '0198c0de-0000-7000-8000-000000000001';
const anaRuiz = '0198c0de-0000-7000-8000-000000000002';

test('what is stored is read as names, and stored again as it was', () => {
  const body = `Thanks @[Ana Ruiz](user:${anaRuiz}) and @[Ana](user:${ana})!`;
  const { text, people } = toReadable(body);
  expect(text).toBe('Thanks @Ana Ruiz and @Ana!');
  expect(toStored(text, people)).toBe(body);
});

test('names with signs of Markdown come through', () => {
  const body = `@[A\\]na](user:${ana})`;
  const { text, people } = toReadable(body);
  expect(text).toBe('@A]na');
  expect(toStored(text, people)).toBe(body);
});

test('a name typed by hand is no mention', () => {
  expect(toStored('Hello @Ana', {})).toBe('Hello @Ana');
  expect(toStored('Hello @Anais', { Ana: ana })).toBe('Hello @Anais');
});

test.each([
  ['Hello @an', 'an'],
  ['@Ana Ru', 'Ana Ru'],
  ['mail@ana', null],
  ['Hello @', null],
  ['@Ana is right', null],
])('%s', (text, name) => expect(typedName(text, text.length, text.includes('right') ? { Ana: ana } : {})).toBe(name));

test('a picked name takes the place of what was typed', () => {
  expect(completeName('Hi @an, hello', 6, 'an', 'Ana')).toEqual({ text: 'Hi @Ana , hello', caret: 8 });
});
