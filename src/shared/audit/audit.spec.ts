import { changed } from './audit.js';
import { coarseNetworkOf } from './coarse-network.js';

describe('what an entry of the audit keeps', () => {
  it('is what has changed, and nothing else', () => {
    const was = { name: 'Bread', tags: ['a'], at: new Date(0), secret: 'x' };
    expect(changed(was, { name: 'Cake', tags: ['a'], at: new Date(0) })).toEqual({
      before: { name: 'Bread' },
      after: { name: 'Cake' },
    });
  });

  it('is all that is new, or was there', () => {
    expect(changed(undefined, { role: 'EXPERT' })).toEqual({ before: null, after: { role: 'EXPERT' } });
    expect(changed({ role: 'EXPERT' })).toEqual({ before: { role: 'EXPERT' }, after: null });
    expect(changed({ until: undefined }, { until: null })).toEqual({ before: { until: null }, after: { until: null } });
  });

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:7:1:2::3', '2001:db8:7::/48'],
    ['::1', '0:0:0::/48'],
  ])('tells of %s only %s', (ip, network) => {
    expect(coarseNetworkOf(ip)).toBe(network);
  });
});
