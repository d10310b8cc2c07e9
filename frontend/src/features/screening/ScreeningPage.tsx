import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ErrorState } from '@/components/ErrorState';
import { Switch } from '@/components/fields/Checkbox';
import { LeaveGuard } from '@/components/LeaveGuard';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { SaveBar } from '@/components/SaveBar';
import { Skeletons } from '@/components/Skeletons';
import type { ScreeningQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { Learned } from './Learned';
import classes from './Screening.module.css';
import { Screening } from './screening';
import { Sites } from './Sites';
import { useScreening } from './use-screening';
import { WatchedWords } from './WatchedWords';

/** What is looked at by machine before others see it, and what follows: for managers. */
export function ScreeningPage() {
  const { t } = useLingui();
  const { id: companyId, slug, viewerCan } = useCompany();
  const [{ data, error }, retry] = useQuery({
    query: Screening,
    variables: { companyId },
    // what somebody is editing must not be read under their hands from an older copy
    requestPolicy: 'network-only',
    pause: !viewerCan.manage,
  });
  if (!viewerCan.manage) return <OnlyManagers title={t`Screening`} why={t`Only managers can change the settings`} />;
  return (
    <>
      <PageTitle
        lead={t`What is checked here, on this server, before others see a post. At most it waits for a person: only words that you block are refused.`}
      >{t`Screening`}</PageTitle>
      <p className={classes.back}>
        <Link to="/$slug/settings" params={{ slug }}>
          <Trans>All settings</Trans>
        </Link>
      </p>
      {error && !data && <ErrorState error={error} retry={retry} />}
      {!data && !error && <Skeletons rows={3} height={200} />}
      {data && <Form settings={data.screeningSettings} />}
    </>
  );
}

function Form({ settings }: { settings: ScreeningQuery['screeningSettings'] }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const { values, change, discard, unsaved, save, busy, lines } = useScreening(companyId, settings);
  return (
    <div className={classes.parts}>
      <LeaveGuard active={unsaved} />
      {lines.length > 0 && (
        <div role="alert" className={classes.problem}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <section className={classes.part} aria-labelledby="spam">
        <h2 id="spam">
          <Trans>Spam</Trans>
        </h2>
        <Switch
          label={t`Look for spam`}
          checked={values.spamChecks}
          onChange={({ currentTarget }) => change({ spamChecks: currentTarget.checked })}
        />
        <p className="dimmed">
          <Trans>
            Repetitions, many posts or links in a short time, texts that came faster than anybody types, and crowded
            networks of newcomers. What is found waits for a moderator. The more trust somebody has, the wider the
            limits; staff is not checked.
          </Trans>
        </p>
      </section>
      <Learned learned={settings.learned ?? null} on={values.spamChecks} />
      <WatchedWords words={values.words} onWords={(words) => change({ words })} />
      <Sites sites={values.sites} onSites={(sites) => change({ sites })} />
      <SaveBar unsaved={unsaved}>
        <span role="status">{unsaved ? <Trans>There are changes that are not saved.</Trans> : null}</span>
        {unsaved && (
          <Button variant="subtle" onClick={discard}>
            <Trans>Discard</Trans>
          </Button>
        )}
        <Button loading={busy} disabled={!unsaved} onClick={() => void save()}>
          <Trans>Save screening</Trans>
        </Button>
      </SaveBar>
    </div>
  );
}
