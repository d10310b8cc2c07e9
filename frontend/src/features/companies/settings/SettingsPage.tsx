import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { OnlyManagers } from '@/components/OnlyManagers';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { useCompany } from '@/lib/company';
import { RulesForm } from './RulesForm';
import classes from './Settings.module.css';
import { SettingsForm } from './SettingsForm';
import { CompanySettings } from './use-settings';

/** How the company's community works: for its managers. */
export function SettingsPage() {
  const { t } = useLingui();
  const { slug, viewerCan } = useCompany();
  const [{ data, error }, retry] = useQuery({
    query: CompanySettings,
    variables: { slug },
    // what somebody is editing must not be read under their hands from an older copy
    requestPolicy: 'network-only',
    pause: !viewerCan.manage,
  });
  if (!viewerCan.manage) return <OnlyManagers title={t`Settings`} why={t`Only managers can change the settings`} />;
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data?.company) return <Skeletons rows={2} height={240} />;
  const sections = [
    ['about', t`About the company`],
    ['brand', t`Brand`],
    ['languages', t`Languages`],
    ['members', t`Who comes in`],
    ['ideas', t`Ideas and votes`],
    ['reports', t`Reports`],
    ['welcome', t`Welcome`],
    ['rules', t`Rules`],
  ];
  return (
    <>
      <PageTitle>{t`Settings`}</PageTitle>
      <nav aria-label={t`Sections`}>
        <ul className={classes.jump}>
          {sections.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
          <li>
            <Link to="/$slug/manage/screening" params={{ slug }}>
              <Trans>Screening</Trans>
            </Link>
          </li>
          <li>
            <Link to="/$slug/manage/audit" params={{ slug }}>
              <Trans>What staff did</Trans>
            </Link>
          </li>
        </ul>
      </nav>
      <div className={classes.form}>
        <SettingsForm company={data.company} />
        <RulesForm company={data.company} />
      </div>
    </>
  );
}
