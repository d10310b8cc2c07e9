import { linksOf, siteOf, sitesIn } from './links.js';

const sites = (text: string) => linksOf(text).map(({ site }) => site);

describe('links', () => {
  it.each([
    ['see https://a.example/x?y=1.', ['a.example']],
    ['[one](https://a.example) <http://b.example> www.c.example', ['a.example', 'b.example', 'c.example']],
    ['[one](//a.example/x "title")', ['a.example']],
    ['https://a.example and https://a.example', ['a.example']],
    ['https://a.example/1 and https://a.example/2', ['a.example', 'a.example']],
    ['and/or, 1/2, e.g. this', []],
    ['![x](/files/a/b.png)', []],
  ])('of “%s”', (text, expected) => expect(sites(text)).toEqual(expected));

  it('are read as browsers do', () => {
    expect(siteOf('https://WWW.Exämple.example:443/x')).toBe('xn--exmple-cua.example');
    expect(siteOf('https://user:pass@a.example/')).toBe('a.example');
    expect(siteOf('http://')).toBeNull();
  });

  it('count as named without an address, too', () => {
    expect(sitesIn('Go to shop.a.example or mail me')).toEqual(['shop.a.example']);
    expect(sitesIn('ana@a.example')).toEqual([]);
  });

  it.each(['a.', 'a.b.', '//', 'www.', 'https://a.'])('are found with “%s” all over before them', (unit) => {
    expect(sitesIn(`${unit.repeat(20_000 / unit.length)} https://end.example`)).toContain('end.example');
  });
});
