import { type AuditLine, differenceOf, toArguments } from './audit';
import { readAuditSearch } from './audit-search';

const change = (before: unknown, after: unknown): AuditLine['changes'][number] => ({
  ...{ __typename: 'AuditChange', name: 'x' },
  before: before === undefined ? null : JSON.stringify(before),
  after: after === undefined ? null : JSON.stringify(after),
});
const rule = (title: string, targetHours: number) => ({ title, text: '', targetHours });

test('of a list the items that came and went are told, not those that stayed', () => {
  const difference = differenceOf(change([rule('A', 24), rule('B', 24)], [rule('A', 24), rule('B', 4)]));
  expect(difference).toEqual({
    ...{ start: '', removed: ['title: B · targetHours: 24'], added: ['title: B · targetHours: 4'], end: '' },
  });
});

test('of a long text only what changed, with the words around it', () => {
  const text = (word: string) => `We bake bread for everybody in this town, and ${word} for whoever comes at night.`;
  expect(differenceOf(change(text('rolls'), text('buns')))).toEqual({
    start: 'We bake bread for everybody in this town, and ',
    removed: ['rolls '],
    added: ['buns '],
    end: 'for whoever comes at night.',
  });
});

test('what is new has no before, and what is gone no after', () => {
  expect(differenceOf(change(undefined, 'EXPERT'))).toMatchObject({ removed: [], added: ['EXPERT'] });
  expect(differenceOf(change('EXPERT', undefined))).toMatchObject({ removed: ['EXPERT'], added: [] });
  expect(differenceOf(change(true, false))).toMatchObject({ removed: ['true'], added: ['false'] });
});

test('a period is that of whole days, and what is no filter is as if absent', () => {
  const { from, to } = toArguments({ from: '2026-03-01', to: '2026-03-01' });
  expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000);
  const nonsense = { by: 'x', action: 'DROP TABLE', about: 7, from: '2026-13-40', to: 'now' };
  expect(Object.values(readAuditSearch(nonsense)).every((value) => value === undefined)).toBe(true);
});
