import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { graphql } from '@/gql';
import type { PersonNameFragment } from '@/gql/graphql';
import { Avatar } from './Avatar';
import classes from './PersonName.module.css';

export const PersonNameFields = graphql(`
  fragment PersonName on User {
    id
    displayName
    avatarUrl
    erased
  }
`);

interface Props {
  user: PersonNameFragment;
  /** With the picture, leading to the person's page. */
  linked?: boolean;
}

/** Who it was. Somebody who left is “Former member”. */
export function PersonName({ user, linked = false }: Props) {
  const { t } = useLingui();
  const name = user.erased ? t`Former member` : user.displayName;
  if (!linked) return <>{name}</>;
  const content = (
    <>
      <Avatar name={name} url={user.avatarUrl} />
      <span>{name}</span>
    </>
  );
  return user.erased ? (
    <span className={classes.person}>{content}</span>
  ) : (
    <Link to="/u/$userId" params={{ userId: user.id }} className={classes.person}>
      {content}
    </Link>
  );
}
