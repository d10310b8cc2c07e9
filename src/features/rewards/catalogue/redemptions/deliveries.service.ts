import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Sealer } from '../../../../shared/crypto/sealed.js';
import { Database } from '../../../../shared/database/database.js';
import { Schedule } from '../../../../shared/jobs/job-handler.js';
import type { Redemption } from './redemption.entity.js';
import type { RedemptionDelivery, RedemptionDeliveryInput } from './redemption.inputs.js';

/** How long after the handing over it is known where to, and what was said about it. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;

/** For which they are sealed. */
export const deliveryPlace = (redemptionId: string): string => `redemption:${redemptionId}`;

type Sealed = Pick<Redemption, 'id' | 'delivery'>;

/** Where things are sent: sealed, and erased when it is not needed any more. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  seal(redemptionId: string, { name, address, phone }: RedemptionDeliveryInput): string {
    return this.sealer.seal(JSON.stringify({ name, address, phone: phone || null }), deliveryPlace(redemptionId));
  }

  /** Null where there is none, or no more. @throws as `Sealer.open` */
  open({ id, delivery }: Sealed): RedemptionDelivery | null {
    return delivery === null ? null : (JSON.parse(this.sealer.open(delivery, deliveryPlace(id))) as RedemptionDelivery);
  }

  /** As `open`; null also where it cannot be opened any more. */
  tryOpen({ id, delivery }: Sealed): RedemptionDelivery | null {
    const opened = delivery && this.sealer.tryOpen(delivery, deliveryPlace(id));
    return opened ? (JSON.parse(opened) as RedemptionDelivery) : null;
  }

  /** Whether there is one that cannot be opened any more. */
  isLost(sealed: Sealed): boolean {
    return sealed.delivery !== null && this.tryOpen(sealed) === null;
  }

  /** Of what was handed over long enough ago nobody needs to know any more where to. */
  @Schedule('erase-redemption-deliveries', '29 3 * * *')
  async eraseOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY);
    await this.database.query(
      `UPDATE redemption SET delivery = NULL, note = NULL
       WHERE (delivery IS NOT NULL OR note IS NOT NULL) AND fulfilled_at < $1`,
      [before],
    );
  }
}
