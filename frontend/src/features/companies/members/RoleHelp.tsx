import { Trans } from '@lingui/react/macro';
import classes from './MembersPage.module.css';
import { ROLES, useRoleMeaning, useRoleName } from './role-names';

/** What each role may do: each also what those before it may. */
export function RoleHelp() {
  const roleName = useRoleName();
  const meaning = useRoleMeaning();
  return (
    <details className={classes.roles}>
      <summary>
        <Trans>What each role may do</Trans>
      </summary>
      <dl>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{roleName(role)}</dt>
            <dd>{meaning(role)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
