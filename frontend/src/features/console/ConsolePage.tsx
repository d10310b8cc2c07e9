import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { CompanyConsoleQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import classes from './Console.module.css';

const CompanyConsole = graphql(`
  query CompanyConsole($companyId: ID!, $slug: String!) {
    companyDesk(companyId: $companyId) {
      waitingCount
      overdueCount
      waitingSince
      heldCount
    }
    redemptions(companyId: $companyId, first: 1) {
      totalCount
    }
    prizeClaims(companyId: $companyId, state: ACCEPTED, first: 1) {
      totalCount
    }
    challengeCounts(companyId: $companyId) {
      drafts
      open
    }
    company(slug: $slug) {
      id
      answerDays
      promise {
        ideaCount
        answeredCount
        deliveredCount
        medianHoursToAnswer
      }
    }
    challenges(companyId: $companyId, list: OPEN, first: 10) {
      edges {
        node {
          id
          slug
          title
          language
          endsAt
          ideaCount
        }
      }
    }
  }
`);

/** A challenge that ends within this time wants a last look. */
const SOON = 7 * 86_400_000;

/** Where a manager begins: what waits, how the company keeps its promise, then its challenges. */
export function ConsolePage({ challenges }: { challenges: ReactNode }) {
  const { t } = useLingui();
  const { viewerCan } = useCompany();
  if (!viewerCan.manage) return <OnlyManagers title={t`Console`} why={t`Only managers run challenges`} />;
  return (
    <>
      <PageTitle lead={t`What waits for you, and how you keep your promise to answer.`}>{t`Console`}</PageTitle>
      <Desk />
      {challenges}
    </>
  );
}

function Desk() {
  const { id: companyId, slug } = useCompany();
  const [{ data, error }, retry] = useQuery({ query: CompanyConsole, variables: { companyId, slug } });
  if (error && !data) return <ErrorState error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data?.company) return <Skeletons rows={2} height={116} />;
  return (
    <>
      <Waiting data={data} />
      <Promised data={data} />
      <EndingSoon data={data} />
    </>
  );
}

type Data = { data: CompanyConsoleQuery };

function Waiting({ data: { companyDesk, challengeCounts, redemptions, prizeClaims } }: Data) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useCompany();
  const { waitingCount, overdueCount, waitingSince, heldCount } = companyDesk;
  return (
    <section aria-label={t`What waits`}>
      <ul className={classes.tiles}>
        <li>
          <Link to="/$slug/manage/answers" params={{ slug }} className={classes.tile}>
            <span className={classes.number}>{format.number(waitingCount)}</span>
            <Plural value={waitingCount} one="idea waits for an answer" other="ideas wait for an answer" />
            <span className="dimmed">
              {waitingSince ? (
                <Trans>
                  The first came <RelativeTime at={waitingSince} />
                </Trans>
              ) : (
                <Trans>Nobody waits for a word from you.</Trans>
              )}
            </span>
          </Link>
        </li>
        <li>
          <Link to="/$slug/manage/answers" params={{ slug }} className={classes.tile}>
            <span className={classes.number} data-alarm={overdueCount > 0 || undefined}>
              {format.number(overdueCount)}
            </span>
            <Plural value={overdueCount} one="of them is overdue" other="of them are overdue" />
          </Link>
        </li>
        <li>
          <Link to="/$slug/review" params={{ slug }} className={classes.tile}>
            <span className={classes.number}>{format.number(heldCount)}</span>
            <Plural value={heldCount} one="text is held for review" other="texts are held for review" />
          </Link>
        </li>
        <ToHandOut redeemed={redemptions.totalCount} won={prizeClaims.totalCount} />
        <li>
          <a href="#challenges" className={classes.tile}>
            <span className={classes.number}>{format.number(challengeCounts.drafts)}</span>
            <Plural value={challengeCounts.drafts} one="challenge is a draft" other="challenges are drafts" />
          </a>
        </li>
      </ul>
    </section>
  );
}

/** What members have redeemed or won and accepted; nothing where nothing waits. */
function ToHandOut({ redeemed, won }: { redeemed: number; won: number }) {
  const format = useFormat();
  const { slug } = useCompany();
  const count = redeemed + won;
  if (count === 0) return null;
  return (
    <li>
      <Link
        to="/$slug/manage/rewards"
        params={{ slug }}
        search={{ part: redeemed > 0 ? 'queue' : 'prizes' }}
        className={classes.tile}
      >
        <span className={classes.number}>{format.number(count)}</span>
        <Plural value={count} one="reward is to be handed out" other="rewards are to be handed out" />
      </Link>
    </li>
  );
}

function Promised({ data: { company } }: Data) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useCompany();
  const { promise, answerDays } = company!;
  const { ideaCount, answeredCount, deliveredCount, medianHoursToAnswer } = promise;
  const share = ideaCount > 0 ? format.percent(answeredCount / ideaCount) : '–';
  const tiles = [
    { key: 'answered', number: share, text: t`of all ideas are answered` },
    {
      key: 'time',
      number: medianHoursToAnswer == null ? '–' : format.hours(medianHoursToAnswer),
      text: t`to an answer, half of the time`,
      more: <Plural value={answerDays} one="Promised: # day" other="Promised: # days" />,
    },
    {
      key: 'delivered',
      number: format.number(deliveredCount),
      text: <Plural value={deliveredCount} one="idea is delivered" other="ideas are delivered" />,
    },
  ];
  return (
    <section aria-labelledby="promise" className="section">
      <div className={classes.count}>
        <h2 id="promise">
          <Trans>Your promise</Trans>
        </h2>
        <Link to="/$slug/manage/insights" params={{ slug }}>
          <Trans>See how it goes over time</Trans>
        </Link>
      </div>
      <ul className={classes.tiles}>
        {tiles.map(({ key, number, text, more }) => (
          <li key={key}>
            <div className={classes.tile}>
              <span className={classes.number}>{number}</span>
              {text}
              {more && <span className="dimmed">{more}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EndingSoon({ data: { challenges } }: Data) {
  const { slug } = useCompany();
  const [soon] = useState(() => Date.now() + SOON);
  const ending = challenges.edges.flatMap(({ node }) =>
    node.endsAt && Date.parse(node.endsAt) < soon ? [{ ...node, endsAt: node.endsAt }] : [],
  );
  if (ending.length === 0) return null;
  return (
    <section aria-labelledby="ending" className="section">
      <h2 id="ending">
        <Trans>Ending soon</Trans>
      </h2>
      <ul className={`plain surface ${classes.ending}`}>
        {ending.map(({ id, slug: challengeSlug, title, language, endsAt, ideaCount }) => (
          <li key={id}>
            <Link to="/$slug/c/$challengeSlug" params={{ slug, challengeSlug }} lang={language.toLowerCase()}>
              {title}
            </Link>
            <span className="dimmed">
              <Plural value={ideaCount} one="# idea" other="# ideas" /> · <RelativeTime at={endsAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
