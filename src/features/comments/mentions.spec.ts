import { keepMentions, linkMentions, mentionedIds } from './mentions.js';

const ANA = '0198c0de-0000-7000-8000-00000000000a';
const BEA = '0198c0de-0000-7000-8000-00000000000b';

describe('mentions', () => {
  const body = `Hola @[Ana Ruiz](user:${ANA}) y @[Bea](user:${BEA.toUpperCase()}), otra vez @[Ana](user:${ANA}).`;

  it('are found, each person once', () => expect(mentionedIds(body)).toEqual([ANA, BEA]));

  it('are not found in other links and addresses', () =>
    expect(mentionedIds(`ana@example.org [x](user:${ANA}) @[x](https://example.org) @[y](user:12)`)).toEqual([]));

  it('of somebody who is no member become plain text', () =>
    expect(keepMentions(body, new Set([ANA]))).toBe(
      `Hola @[Ana Ruiz](user:${ANA}) y @Bea, otra vez @[Ana](user:${ANA}).`,
    ));

  it('are shown under the present name, which can not break out of the link', () =>
    expect(linkMentions(`@[Ana](user:${ANA})`, () => 'A](x)<b>')).toBe(`[@A\\](x)\\<b\\>](/u/${ANA})`));
});
