import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import type { Connection } from '../../../../shared/graphql/connection.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { WalletQueries } from './wallet.queries.js';
import type { LedgerArgs, Wallet, WalletLine } from './wallet.types.js';

/** The viewer's own points. */
@Injectable()
export class WalletService {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly queries: WalletQueries,
  ) {}

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN for who is no member */
  async of(viewer: Viewer, companyId: string): Promise<Wallet> {
    await this.memberships.require(viewer, companyId, 'company.member');
    const [wallet] = await this.queries.wallets(viewer.userId, companyId);
    return wallet!;
  }

  /** Of all companies where they are a member and have ever had points. */
  mine(viewer: Viewer): Promise<Wallet[]> {
    return this.queries.wallets(viewer.userId, null);
  }

  /** @throws DomainError as `of` */
  async story(viewer: Viewer, args: LedgerArgs): Promise<Connection<WalletLine>> {
    await this.memberships.require(viewer, args.companyId, 'company.member');
    return this.queries.lines(viewer.userId, args.companyId, args);
  }
}
