import { Injectable } from '@nestjs/common';
import { Audit, type StaffAct } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { FilePurpose } from '../../../shared/storage/file.entity.js';
import { FilesService } from '../../../shared/storage/files.service.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { Role, roleAtLeast } from '../../../shared/auth/role.js';
import { catalogueErrors } from './catalogue.errors.js';
import { MOST_PIECES, refuseBadReward, stockOfCodes, stockOutOfRange } from './reward.checks.js';
import { Fulfilment, Reward, RewardState } from './reward.entity.js';
import type {
  ChangeRewardStockInput,
  CreateRewardInput,
  RewardVersionInput,
  UpdateRewardInput,
} from './reward.inputs.js';

type RewardAct = Pick<StaffAct, 'was' | 'is'> & { action: string };

interface Taken {
  reward: Reward;
  access: Access;
}

/** A company's managers put together what is in its catalogue. */
@Injectable()
export class RewardDesk {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * A draft.
   * @throws DomainError as `require`, VALIDATION_FAILED
   */
  create(viewer: Viewer, { stock, ...input }: CreateRewardInput): Promise<Reward> {
    const { companyId, title, cost, fulfilment } = input;
    const isCode = fulfilment === Fulfilment.CODE;
    if (isCode && stock != null) throw stockOfCodes('stock');
    return this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'reward.manage', tx);
      const now = this.clock.now();
      const reward = Object.assign(new Reward(), {
        ...{ id: newId(), companyId, title, cost, fulfilment, createdById: viewer.userId },
        ...{ description: '', pictureFileId: null, pictureAlt: '', needsAddress: false, perMember: null },
        ...{ levelNeeded: null, startsAt: null, endsAt: null, state: RewardState.DRAFT },
        ...{ supply: isCode ? 0 : (stock ?? null), taken: 0, version: 1, createdAt: now, updatedAt: now },
      });
      const columns = await this.columns(tx, viewer, reward, input);
      await tx.insert(Reward, Object.assign(reward, columns));
      await this.record(tx, viewer, access, reward, {
        action: 'create',
        is: { title, cost, fulfilment, stock, ...columns },
      });
      return reward;
    });
  }

  /**
   * What is absent stays. What was redeemed meanwhile stays counted: this writes nothing of it.
   * @throws DomainError NOT_FOUND, as `require`, CONFLICT, VALIDATION_FAILED
   */
  update(viewer: Viewer, input: UpdateRewardInput): Promise<Reward> {
    return this.database.transaction(async (tx) => {
      const { reward, access } = await this.take(tx, viewer, input);
      const was = { ...reward };
      const is = await this.columns(tx, viewer, reward, input);
      await this.put(tx, reward, is);
      await this.record(tx, viewer, access, reward, { action: 'update', was, is });
      return reward;
    });
  }

  /** Puts it into the catalogue, or back into it. @throws as `update`, REWARD_STATE */
  publish(viewer: Viewer, input: RewardVersionInput): Promise<Reward> {
    return this.turn(viewer, input, RewardState.PUBLISHED, 'publish');
  }

  /** Takes it out of the catalogue; who waits for one still gets it. @throws as `publish` */
  retire(viewer: Viewer, input: RewardVersionInput): Promise<Reward> {
    return this.turn(viewer, input, RewardState.RETIRED, 'retire');
  }

  /**
   * Adds to what is left, or takes away from it, whatever is redeemed meanwhile.
   * @throws DomainError as `update`; VALIDATION_FAILED on `by` where fewer than none would be left
   */
  changeStock(viewer: Viewer, { by = null, ...input }: ChangeRewardStockInput): Promise<Reward> {
    return this.database.transaction(async (tx) => {
      const { reward, access } = await this.take(tx, viewer, input);
      if (reward.fulfilment === Fulfilment.CODE) throw stockOfCodes('by');
      const { stock } = reward;
      const supply = by === null ? null : (reward.supply ?? reward.taken) + by;
      const left = supply === null ? 0 : supply - reward.taken;
      if (left < 0 || left > MOST_PIECES) throw stockOutOfRange();
      await this.put(tx, reward, { supply });
      await this.record(tx, viewer, access, reward, { action: 'stock', was: { stock }, is: { stock: reward.stock } });
      return reward;
    });
  }

  /**
   * A reward that a manager has taken up: locked until the transaction ends.
   * @throws DomainError NOT_FOUND, as `require`, CONFLICT where another version was seen
   */
  async take(
    tx: Transaction,
    viewer: Viewer,
    { rewardId: id, version }: { rewardId: string; version?: number },
  ): Promise<Taken> {
    const { companyId } = await this.visible(viewer, id, tx);
    const access = await this.memberships.require(viewer, companyId, 'reward.manage', tx);
    const reward = await tx.findOneOrFail(Reward, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (version !== undefined && reward.version !== version) throw commonErrors.CONFLICT();
    return { reward, access };
  }

  /** A reward that the viewer may know of. @throws DomainError NOT_FOUND; to all but managers a draft is nothing */
  async visible(viewer: Viewer | null, id: string, tx?: Transaction): Promise<Reward> {
    const reward = await (tx ?? this.database.manager).findOneBy(Reward, { id });
    if (!reward) throw commonErrors.NOT_FOUND();
    const sight = await this.memberships.visible(viewer, reward.companyId, tx);
    if (reward.state === RewardState.DRAFT && !roleAtLeast(sight.membership?.role, Role.MANAGER))
      throw commonErrors.NOT_FOUND();
    return reward;
  }

  /** Keeps that a manager has done this to a reward. */
  record(
    tx: Transaction,
    viewer: Viewer,
    access: Access,
    { id }: Reward,
    { action, ...act }: RewardAct,
  ): Promise<void> {
    const about = { action: `reward.${action}`, subject: AuditSubject.REWARD, subjectId: id } as const;
    return this.audit.record(tx, viewer, access, { ...about, ...act });
  }

  private turn(viewer: Viewer, input: RewardVersionInput, state: RewardState, action: string): Promise<Reward> {
    return this.database.transaction(async (tx) => {
      const { reward, access } = await this.take(tx, viewer, input);
      const { state: before } = reward;
      if (before === state) throw catalogueErrors.REWARD_STATE();
      await this.put(tx, reward, { state });
      await this.record(tx, viewer, access, reward, { action, was: { state: before }, is: { state } });
      return reward;
    });
  }

  private async put(tx: Transaction, reward: Reward, changes: Partial<Reward>): Promise<void> {
    const next = { ...changes, version: reward.version + 1, updatedAt: this.clock.now() };
    Object.assign(reward, next);
    await tx.update(Reward, reward.id, next);
  }

  /** What the input names, checked with what stays; a new picture is claimed, the old one let go. */
  private async columns(
    tx: Transaction,
    viewer: Viewer,
    reward: Reward,
    input: Partial<UpdateRewardInput>,
  ): Promise<Partial<Reward>> {
    const { pictureFileId, perMember, levelNeeded, startsAt, endsAt, ...plain } = input;
    const emptiable = { pictureFileId, perMember, levelNeeded, startsAt, endsAt };
    const { title, description, pictureAlt, needsAddress, cost } = plain;
    const columns = {
      ...only(emptiable, (value) => value !== undefined),
      ...only({ title, description, pictureAlt, needsAddress, cost }, (value) => value != null),
    } as Partial<Reward>;
    refuseBadReward({ ...reward, ...columns });
    if (pictureFileId === undefined || pictureFileId === reward.pictureFileId) return columns;
    if (pictureFileId) await this.files.claim(tx, pictureFileId, viewer.userId, FilePurpose.COVER, 'pictureFileId');
    if (reward.pictureFileId) await this.files.release(tx, [reward.pictureFileId]);
    return columns;
  }
}

const only = (values: object, wanted: (value: unknown) => boolean) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => wanted(value)));
