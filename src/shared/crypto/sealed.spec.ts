import { Config, readSettings } from '../config/config.js';
import { Sealer } from './sealed.js';

const [FIRST, SECOND] = ['first-secret-of-this-installation', 'second-secret-of-this-installation'];

function sealer(secret: string, previous?: string): Sealer {
  return new Sealer(new Config(readSettings(previous ? { PREVIOUS_JWT_SECRET: previous } : {}), '', secret));
}

describe('a sealed text', () => {
  const address = 'Ana Ruiz, Calle Mayor 1, 28013 Madrid ☎';

  it('is opened where it was sealed, and says nothing of itself', () => {
    const sealed = sealer(FIRST).seal(address, 'redemption:1');
    expect(sealer(FIRST).open(sealed, 'redemption:1')).toBe(address);
    expect(Buffer.from(sealed.split('.')[1]!, 'base64url').toString()).not.toContain('Madrid');
  });

  it('is another each time, so that two of the same are not known for it', () => {
    const sealing = sealer(FIRST);
    expect(sealing.seal('A', 'x')).not.toBe(sealing.seal('A', 'x'));
  });

  it('is not opened in another place, after a change, cut short, or without its secret', () => {
    const sealed = sealer(FIRST).seal(address, 'redemption:1');
    const changed = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A');
    for (const open of [
      () => sealer(FIRST).open(sealed, 'redemption:2'),
      () => sealer(FIRST).open(changed.replace(/.{4}$/, 'AAAA'), 'redemption:1'),
      () => sealer(FIRST).open(sealed.slice(0, 20), 'redemption:1'),
      () => sealer(SECOND).open(sealed, 'redemption:1'),
    ]) {
      expect(open).toThrow();
    }
  });

  it('outlives its secret while that is named as the previous one', () => {
    const sealed = sealer(FIRST).seal(address, 'redemption:1');
    expect(sealer(SECOND, FIRST).open(sealed, 'redemption:1')).toBe(address);
    expect(() => sealer(SECOND).open(sealed, 'redemption:1')).toThrow('CANNOT_BE_OPENED');
    expect(sealer(SECOND).tryOpen(sealed, 'redemption:1')).toBeNull();
  });

  it('is known again by its fingerprint, in its place alone, also after the secret was replaced', () => {
    const [print] = sealer(FIRST).fingerprints('SAVE-10', 'reward:1');
    expect(sealer(FIRST).fingerprints('SAVE-10', 'reward:1')).toEqual([print]);
    expect(sealer(FIRST).fingerprints('SAVE-10', 'reward:2')).not.toContain(print);
    expect(sealer(SECOND, FIRST).fingerprints('SAVE-10', 'reward:1')).toContain(print);
  });
});
