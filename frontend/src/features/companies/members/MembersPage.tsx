import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { Role } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { usePages } from '@/lib/use-pages';
import { Invitations } from './Invitations';
import { MemberRow } from './MemberRow';
import classes from './MembersPage.module.css';
import { RoleHelp } from './RoleHelp';
import { ROLES, useRoleName } from './role-names';

const CompanyMembers = graphql(`
  query CompanyMembers($companyId: ID!, $role: Role, $text: String, $after: String) {
    companyMembers(companyId: $companyId, role: $role, text: $text, first: 30, after: $after) {
      totalCount
      edges {
        node {
          ...MemberLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who is part of the community; managers also give roles, invite and remove. */
export function MembersPage() {
  const { t } = useLingui();
  const { id: companyId, viewerCan } = useCompany();
  const roleName = useRoleName();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [settled] = useDebouncedValue(text.trim(), 250);
  const variables = { companyId, role: role || null, text: settled || null };
  const pages = usePages(CompanyMembers, variables, ({ companyMembers }) => companyMembers);
  return (
    <>
      <PageTitle>{t`Members`}</PageTitle>
      <div className={viewerCan.manage ? 'columns' : undefined}>
        <section>
          <div className={classes.filters}>
            <TextInput
              type="search"
              label={t`Name`}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <NativeSelect
              label={t`Role`}
              data={[{ value: '', label: t`All` }, ...ROLES.map((value) => ({ value, label: roleName(value) }))]}
              value={role}
              onChange={({ currentTarget }) => setRole(currentTarget.value as Role | '')}
            />
          </div>
          {!pages.loading && !pages.error && (
            <p className={classes.count} role="status">
              <Plural value={pages.totalCount ?? 0} one="# member" other="# members" />
            </p>
          )}
          {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
          {pages.loading && <Skeletons height={64} rows={5} />}
          {!pages.loading && !pages.error && pages.nodes.length === 0 && (
            <EmptyState title={t`Nobody found`}>
              <Trans>Try another name or role.</Trans>
            </EmptyState>
          )}
          {pages.nodes.length > 0 && (
            <ul className="plain surface" aria-busy={pages.stale}>
              {pages.nodes.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </ul>
          )}
          <LoadMore {...pages} />
          <RoleHelp />
        </section>
        {viewerCan.manage && <Invitations />}
      </div>
    </>
  );
}
