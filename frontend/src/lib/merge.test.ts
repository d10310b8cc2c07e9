import { merge } from './merge';

const base = { title: 'Bread', brief: 'Why?', tags: ['a'] };

test('who changed other parts loses nothing, and takes nothing from the other', () => {
  const theirs = { ...base, tags: ['a', 'b'] };
  const mine = { ...base, title: 'Better bread' };
  const { merged, changed, clashes } = merge({ base, theirs, mine, touched: ['title'] });
  expect(merged).toEqual({ title: 'Better bread', brief: 'Why?', tags: ['a', 'b'] });
  expect([changed, clashes]).toEqual([['tags'], []]);
});

test('where both changed the same part in two ways, somebody has to choose', () => {
  const theirs = { ...base, title: 'Cheap bread' };
  const mine = { ...base, title: 'Better bread' };
  expect(merge({ base, theirs, mine, touched: ['title'] })).toMatchObject({ clashes: ['title'], merged: mine });
});

test('the same change made twice is no clash', () => {
  const both = { ...base, title: 'Better bread' };
  expect(merge({ base, theirs: both, mine: both, touched: ['title'] }).clashes).toEqual([]);
});
