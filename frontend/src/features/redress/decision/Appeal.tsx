import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { AppealState, OwnAppealFragment } from '@/gql/graphql';
import { Course } from '../Course';
import classes from '../Redress.module.css';

const SAYS: Record<AppealState, MessageDescriptor> = {
  OPEN: msg`Your appeal waits for somebody who did not make the decision.`,
  UPHELD: msg`Your appeal was turned down: the decision stays.`,
  OVERTURNED: msg`Your appeal was right: the decision was taken back.`,
};

/** What was said against a decision, and what became of it. */
export function Appeal({ appeal }: { appeal: OwnAppealFragment }) {
  const { attachments } = appeal;
  return (
    <section className={classes.card} id="appeal">
      <h2>
        <Trans>Your appeal</Trans>
      </h2>
      <Course of={appeal} says={SAYS} />
      {attachments.length > 0 && (
        <ul className={classes.files}>
          {attachments.map(({ id, filename, url }) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                {filename}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
