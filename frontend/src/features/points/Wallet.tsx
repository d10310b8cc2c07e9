import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import type { MyWalletQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useViewer } from '@/lib/session';
import type { MyPartProps } from '@/lib/part-props';
import { NewPoints } from './NewPoints';
import classes from './Points.module.css';
import { MyWallet } from './points';
import { Story } from './Story';

/** What one has in a company, and the story of each point. */
export function Wallet({ company }: MyPartProps) {
  const { id: companyId } = company;
  const [{ data, error }, retry] = useQuery({ query: MyWallet, variables: { companyId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} height={160} />;
  return (
    <div className={classes.wallet}>
      <NewPoints companyId={companyId} earned={data.viewerWallet.earned} />
      <Balance wallet={data.viewerWallet} company={company} />
      <Story companyId={companyId} slug={company.slug} />
    </div>
  );
}

/** They decide about what earns points. */
const STAFF = ['MODERATOR', 'MANAGER', 'OWNER'];

function Balance({
  wallet,
  company: { id, slug, name },
}: Pick<MyPartProps, 'company'> & { wallet: MyWalletQuery['viewerWallet'] }) {
  const format = useFormat();
  const membership = useViewer()?.memberships.find(({ company }) => company.id === id);
  const { balance, earned, waiting, expiring } = wallet;
  const date = expiring && format.date(expiring.at);
  return (
    <section className={`surface ${classes.balance}`}>
      <p className={classes.number}>
        <strong>{format.number(balance)}</strong> <Plural value={balance} one="point to use" other="points to use" />
      </p>
      {balance < 0 && (
        <p>
          <Trans>
            Points that you had used already were taken back. What you earn next fills this up first; you owe nothing.
          </Trans>
        </p>
      )}
      <ul className="plain dimmed">
        <li>
          <Plural value={earned} one="# point earned in all" other="# points earned in all" />
        </li>
        {waiting > 0 && (
          <li>
            <Plural
              value={waiting}
              one="# point is spent on what is still to be handed over"
              other="# points are spent on what is still to be handed over"
            />
          </li>
        )}
      </ul>
      {expiring && date && (
        <p className={classes.expiring}>
          <Plural
            value={expiring.points}
            one={`# point expires on ${date}: whatever you earn or redeem until then keeps it.`}
            other={`# points expire on ${date}: whatever you earn or redeem until then keeps them.`}
          />
        </p>
      )}
      {membership && STAFF.includes(membership.role) ? (
        <p>
          <Trans>The moderators and managers of {name} earn none.</Trans>
        </p>
      ) : (
        <p className={classes.links}>
          <Link to="/$slug/rewards" params={{ slug }} search={{ part: 'points' }}>
            <Trans>How to earn points</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
