import { verifyAll } from '../src/cli/verify.js';
import { Reseal } from '../src/features/rewards/reseal.service.js';
import { Config, readSettings } from '../src/shared/config/config.js';
import { Sealer } from '../src/shared/crypto/sealed.js';
import { startTestApp } from './support/app.js';
import { ADDRESS, catalogueStage, type CatalogueStage, type Node } from './support/catalogue.stage.js';
import { codeOf } from './support/ideas.api.js';
import { type ApiClaim, prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

const BEFORE = 'the-secret-that-this-installation-had-before';
const GONE = 'a-secret-that-nobody-of-us-remembers-any-more';

const sealerOf = (secret: string) => new Sealer(new Config(readSettings({}), '', secret));

let prizes: PrizesStage;
let api: PrizesApi;
let catalogue: CatalogueStage;
beforeAll(async () => {
  prizes = await prizesStage({ PREVIOUS_JWT_SECRET: BEFORE });
  api = prizesApi(prizes);
  catalogue = await catalogueStage(prizes.t);
});
afterAll(async () => {
  expect(await verifyAll(prizes.t.app)).toEqual([]);
  await prizes.t.close();
});

const query = <T>(sql: string, params: unknown[]) => prizes.t.database.query<T>(sql, params);
/** As if it had been sealed when that secret was in use. */
const sealAgain = async (secret: string, table: string, column: string, id: string, text: string, place: string) =>
  query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [id, sealerOf(secret).seal(text, place)]);
async function codeUnder(secret: string, { id: redemptionId, code, reward }: Node): Promise<void> {
  const rewardId = (reward as Node).id;
  const [row] = await query<{ id: string }>('SELECT id FROM reward_code WHERE redemption_id = $1', [redemptionId]);
  await sealAgain(secret, 'reward_code', 'sealed', row!.id, String(code), `reward-code:${row!.id}`);
  const [print] = sealerOf(secret).fingerprints(String(code), `reward:${rewardId}`);
  await query('UPDATE reward_code SET fingerprint = $2 WHERE id = $1', [row!.id, print]);
}
const addressUnder = (secret: string, { id }: Node) =>
  sealAgain(secret, 'redemption', 'delivery', id, JSON.stringify(ADDRESS), `redemption:${id}`);
const claimUnder = async (secret: string, { id }: ApiClaim) => {
  await sealAgain(secret, 'prize_claim', 'details', id, '{"name":"Ana"}', `prize-claim:${id}:details`);
  await sealAgain(secret, 'prize_claim', 'tracking', id, 'AB 1', `prize-claim:${id}:tracking`);
};
/** A prize that somebody has accepted. */
async function accepted(): Promise<ApiClaim> {
  const { ana } = prizes;
  const challenge = await api.challenge([{ kind: 'PRODUCT' }]);
  await api.announce(challenge, [await api.idea(challenge, ana)]);
  const { id: claimId, version } = (await api.claims(ana))[0]!;
  const delivery = { name: 'Ana', address: 'Calle Mayor 1' };
  return api.done(api.mutate<ApiClaim>(ana, 'acceptPrize', { claimId, version, acceptTerms: true, delivery }));
}
/** One that was sent. */
async function sent(): Promise<ApiClaim> {
  const { id: claimId, version } = await accepted();
  return api.done(api.mutate<ApiClaim>(prizes.manager, 'markPrizeSent', { claimId, version, tracking: 'AB 1' }));
}
const redeemed = async (codes: string[] | undefined, count: number, more: object = {}) => {
  const member = await catalogue.member(50 * count);
  const reward = await catalogue.reward(codes ? {} : { needsAddress: true }, codes);
  const nodes: Node[] = [];
  while (nodes.length < count) nodes.push((await catalogue.redeem(member, reward, more)).node!);
  return { member, reward, nodes };
};

describe('what was sealed under a secret that is gone', () => {
  it('is said of each code, and hides no other', async () => {
    const { member, nodes } = await redeemed(['C-1', 'C-2'], 2);
    await codeUnder(GONE, nodes[0]!);
    expect(await catalogue.own(member)).toMatchObject([
      { code: 'C-2', unreadable: false },
      { code: null, unreadable: true },
    ]);
  });

  it('is said of each address to its member, who can give it anew, and to managers', async () => {
    const { member, nodes } = await redeemed(undefined, 2, { delivery: ADDRESS });
    const [lost] = nodes;
    await addressUnder(GONE, lost!);
    expect(await catalogue.own(member)).toMatchObject([
      { delivery: ADDRESS, unreadable: false },
      { delivery: null, unreadable: true },
    ]);
    const about = { redemptionId: lost!.id };
    const reveal = () => catalogue.ask(catalogue.manager, 'revealRedemptionDelivery', about);
    expect((await reveal()).code).toBe('CANNOT_BE_OPENED');
    await catalogue.given(member, 'setRedemptionDelivery', { ...about, delivery: ADDRESS });
    expect((await reveal()).node).toEqual(ADDRESS);
  });

  it('is said of each prize', async () => {
    const [lost, fine] = [await sent(), await sent()];
    await claimUnder(GONE, lost);
    expect((await api.claims(prizes.ana)).slice(0, 2)).toMatchObject([
      { id: fine.id, tracking: 'AB 1', unreadable: false },
      { id: lost.id, tracking: null, unreadable: true },
    ]);
    expect(codeOf(await api.mutate(prizes.manager, 'revealDelivery', { claimId: lost.id }))).toBe('CANNOT_BE_OPENED');
  });

  it('lets a winner say again where a prize goes that was not sent yet', async () => {
    const { ana, manager } = prizes;
    const { id: claimId, version } = await accepted();
    const again = { claimId, version, acceptTerms: true, delivery: { name: 'Ana', address: 'Calle Menor 2' } };
    expect(codeOf(await api.mutate(ana, 'acceptPrize', again))).toBe('CLAIM_STATE');
    await sealAgain(GONE, 'prize_claim', 'details', claimId, '{"name":"Ana"}', `prize-claim:${claimId}:details`);
    expect((await api.claims(ana))[0]).toMatchObject({ state: 'ACCEPTED', unreadable: true });
    const claim = await api.done(api.mutate<ApiClaim>(ana, 'acceptPrize', again));
    expect(claim).toMatchObject({ state: 'ACCEPTED', version: version + 1 });
    expect(codeOf(await api.mutate(manager, 'revealDelivery', { claimId }))).toBeNull();
  });
});

describe('sealing anew', () => {
  const reseal = () => prizes.t.app.get(Reseal).all();
  const counted = async () => {
    const results = await reseal();
    return Object.fromEntries(results.map(({ name, resealed, lost }) => [name, [resealed, lost]]));
  };

  it('opens with the secret of before, and seals with the present one; again it does nothing', async () => {
    await counted();
    const coded = await redeemed(['R-1', 'R-2', 'R-3'], 2);
    await codeUnder(BEFORE, coded.nodes[0]!);
    await codeUnder(GONE, coded.nodes[1]!);
    const addressed = await redeemed(undefined, 1, { delivery: ADDRESS });
    await addressUnder(BEFORE, addressed.nodes[0]!);
    const claim = await sent();
    await claimUnder(BEFORE, claim);
    const first = await counted();
    expect(Object.values(first).map(([resealed]) => resealed)).toEqual([1, 1, 1, 1]);
    const [codesLost] = [first['reward_code.sealed']![1]];
    expect(codesLost).toBeGreaterThan(0);
    expect(Object.values(await counted()).map(([resealed]) => resealed)).toEqual([0, 0, 0, 0]);

    // a process that knows the present secret alone
    const alone = await startTestApp({}, prizes.t);
    const { node } = await catalogue.ask(
      catalogue.manager,
      'revealRedemptionDelivery',
      { redemptionId: addressed.nodes[0]!.id },
      alone,
    );
    expect(node).toEqual(ADDRESS);
    const added = await catalogue.ask(
      catalogue.manager,
      'addRewardCodes',
      { rewardId: coded.reward.id, codes: 'R-1' },
      alone,
    );
    expect(added.node).toMatchObject({ added: 0, known: 1 });
    await alone.close();
    expect(await catalogue.own(coded.member)).toMatchObject([{ code: null }, { code: 'R-1' }]);
    expect((await api.claims(prizes.ana))[0]).toMatchObject({ id: claim.id, tracking: 'AB 1' });
  });

  it('leaves a code that was uploaded again meanwhile two rows that are known apart', async () => {
    const { reward, nodes, member } = await redeemed(['D-1'], 1);
    await codeUnder(BEFORE, nodes[0]!);
    const alone = await startTestApp({}, prizes.t);
    const again = { rewardId: reward.id, codes: 'D-1' };
    const { node } = await catalogue.ask(catalogue.manager, 'addRewardCodes', again, alone);
    expect(node).toMatchObject({ added: 1 });
    await alone.close();
    expect((await counted())['reward_code.sealed']![0]).toBe(1);
    expect(await catalogue.own(member)).toMatchObject([{ code: 'D-1', unreadable: false }]);
  });
});
