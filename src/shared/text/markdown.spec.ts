import fc from 'fast-check';
import { excerpt } from './excerpt.js';
import { renderMarkdown } from './markdown.js';

describe('renderMarkdown', () => {
  it('puts headings below those of the page, at whatever level the text begins', () => {
    expect(renderMarkdown('## One\n\n### Two\n\n> ###### Three')).toBe(
      '<h3>One</h3>\n<h4>Two</h4>\n<blockquote>\n<h6>Three</h6>\n</blockquote>',
    );
  });

  it('renders what people write', () => {
    expect(renderMarkdown('**Warm** _bread_\nat `8`')).toBe(
      '<p><strong>Warm</strong> <em>bread</em><br />at <code>8</code></p>',
    );
    expect(renderMarkdown('# Big\n\n- one\n- two')).toBe('<h3>Big</h3>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>');
    expect(renderMarkdown('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>1</td>');
  });

  it('does not vouch for links', () => {
    expect(renderMarkdown('[here](https://example.org "x") https://example.com')).toBe(
      '<p><a href="https://example.org" title="x" rel="nofollow ugc noopener">here</a> ' +
        '<a href="https://example.com" rel="nofollow ugc noopener">https://example.com</a></p>',
    );
    expect(renderMarkdown('<a href="/x" rel="me" target="_top" onclick="x()">x</a>')).toBe(
      '<p><a href="/x" rel="nofollow ugc noopener">x</a></p>',
    );
  });

  it('shows images of the site alone', () => {
    expect(renderMarkdown('![a](/files/abc/original/a.png)')).toBe(
      '<p><img src="/files/abc/original/a.png" alt="a" loading="lazy" /></p>',
    );
    for (const foreign of [
      'https://evil.example/x.png',
      '//evil.example/x.png',
      '/files/../graphql?query=x',
      'data:image/svg+xml,x',
      '/other/x.png',
    ]) {
      expect(renderMarkdown(`![a](${foreign})`)).not.toContain('<img');
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="/files/a/b/c.png" onerror="alert(1)">',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<svg/onload=alert(1)>',
    '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>@import "https://evil.example"</style>',
    '<p style="background:url(https://evil.example)">x</p>',
    '<form action="https://evil.example"><input name=x><button>ok</button></form>',
    '<body onload=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea><img src=x onerror=alert(1)></textarea>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '`<img src=x onerror=alert(1)>`',
    '```html\n<script>alert(1)</script>\n```',
    '![x](x"onerror="alert(1))',
    '[x](https://e.example/"onmouseover="alert(1))',
    '<!--<img src="--><img src=x onerror=alert(1)>">',
    '<div id="root"><meta http-equiv="refresh" content="0"><base href="//evil.example"><object data=x><embed src=x>',
  ])('makes %s harmless', (text) => expect(dangers(renderMarkdown(text))).toEqual([]));

  it('is safe and quick whatever the text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '![',
      '](',
      ')',
      'javascript:',
      'onerror=',
      '<script',
      '<img src=',
      '`',
      '*',
      '_',
      '\n',
      '#',
      '- ',
      '> ',
      '|',
      '&#x6A;',
      '[x]:',
      'x ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(dangers(renderMarkdown(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['> ', '>', '[', '*_', '- ', '* ', '+ - ', '1. ', '<b>', '![](', '`', '|-', '# ', '<a ', '**a ', 'a@'])(
    'is harmless with %s all over, however long',
    (unit) => expect(dangers(renderMarkdown(unit.repeat(20_000 / unit.length)))).toEqual([]),
  );
});

/** Tags, attributes and addresses of a rendered text that have no business there. */
function dangers(html: string): string[] {
  const allowed = /^(p|br|hr|strong|em|del|code|pre|blockquote|ul|ol|li|h[3-6]|a|img|table|thead|tbody|tr|th|td)$/;
  return [...html.matchAll(/<\/?([a-z!?][^\s/>]*)((?:[^>"]|"[^"]*")*)>/gi)].flatMap(([, tag, rest]) => [
    ...(allowed.test(tag!) ? [] : [tag!]),
    ...[...rest!.matchAll(/([^\s="]+)="([^"]*)"/g)].flatMap(([, name, value]) => {
      if (!/^(href|title|rel|src|alt|loading|start|align)$/.test(name!)) return [name!];
      if (name === 'href' && !/^(https?:|mailto:|[^:]*([/?#]|$))/i.test(value!)) return [value!];
      return name === 'src' && !value!.startsWith('/files/') ? [value!] : [];
    }),
  ]);
}

describe('excerpt', () => {
  it('is one plain line, cut at a word', () => {
    expect(excerpt('# Bread\n\nWarm **bread** & [tea](https://x.example)\n\n- a\n- b')).toBe(
      'Bread Warm bread & tea a b',
    );
    expect(excerpt('one two three four', 12)).toBe('one two…');
    expect(excerpt('<script>alert(1)</script>x &lt;b&gt;')).toBe('x <b>');
  });
});
