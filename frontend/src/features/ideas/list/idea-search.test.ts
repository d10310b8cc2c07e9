import { isFiltered, readIdeaSearch, toArguments } from './idea-search';

test('an address that somebody made up asks for nothing odd', () => {
  expect(readIdeaSearch({ sort: 'worst', q: ['x'], tag: 7, status: 'open', mine: 'yes' })).toEqual({ tag: '7' });
});

test('the address becomes the arguments of the list', () => {
  const search = readIdeaSearch({ sort: 'new', q: 'pan', status: 'PLANNED', mine: true, box: true });
  expect(toArguments(search, 'u1')).toEqual({
    order: 'NEWEST',
    ideaBoxOnly: true,
    filter: { text: 'pan', status: ['PLANNED'], authorId: 'u1', tag: undefined, language: undefined },
  });
});

test('an order alone leaves nothing out', () => {
  expect(isFiltered({ sort: 'top', box: true })).toBe(false);
  expect(isFiltered({ tag: 'bread' })).toBe(true);
});
