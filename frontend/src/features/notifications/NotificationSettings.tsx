import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Switch } from '@/components/fields/Checkbox';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { NotificationKind, NotificationPreferencesQuery } from '@/gql/graphql';
import { updateViewer, type Viewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Notifications.module.css';
import { isReward } from './reward-kinds';

const Preferences = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      kind
      inApp
      email
      emailAlways
    }
  }
`);

const UpdatePreferences = graphql(`
  mutation UpdatePreferences($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) {
      kind
      inApp
      email
      emailAlways
    }
  }
`);

const SetAutoFollow = graphql(`
  mutation SetAutoFollow($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ...ViewerState
    }
  }
`);

type Preference = NotificationPreferencesQuery['notificationPreferences'][number];

export const KIND_NAMES: Record<NotificationKind, MessageDescriptor> = {
  IDEA_ANSWERED: msg`A company answers an idea that I wrote or follow`,
  IDEA_COMMENTED: msg`Somebody comments on my idea`,
  COMMENT_REPLIED: msg`Somebody replies to my comment`,
  MENTIONED: msg`Somebody mentions me`,
  COMMENT_APPRECIATED: msg`Somebody appreciates my comment`,
  COAUTHOR_INVITED: msg`Somebody wants to write an idea with me`,
  PHASE_STARTED: msg`A phase begins in a challenge that I take part in`,
  IDEA_MERGED: msg`An idea that I voted for or follow is merged with another`,
  IDEA_PUBLISHED: msg`My idea is published after a review`,
  COMMENT_PUBLISHED: msg`My comment is published after a review`,
  DECISION_MADE: msg`Moderators decide something about my idea, my comment or me`,
  DECISION_UNDONE: msg`Such a decision is taken back`,
  APPEAL_FILED: msg`Somebody appeals, and I can decide about it`,
  APPEAL_DECIDED: msg`My appeal or complaint is decided`,
  FLAG_DECIDED: msg`What I reported is decided`,
  TRUST_LEVEL_RAISED: msg`A community trusts me more`,
  REVIEWS_OVERDUE: msg`Reviews are overdue in a company that I manage`,
  POINTS_EARNED: msg`An idea of mine earns points by what became of it`,
  LEVEL_REACHED: msg`I reach a new level`,
  BADGE_EARNED: msg`I earn a badge`,
  POINTS_EXPIRING: msg`Points of mine expire soon`,
  WINNERS_ANNOUNCED: msg`The winners of a challenge that I take part in are known`,
  PRIZE_WON: msg`An idea of mine wins`,
  PRIZE_CLAIM: msg`A prize of mine waits for me, or is on its way`,
  REDEMPTION: msg`What I redeemed is there, or my points come back`,
  GIFT: msg`Somebody of a company thanks me`,
  SHARES_PROPOSED: msg`Somebody proposes how to share a prize with me`,
  WINNERS_HELD_BACK: msg`Winners in a company that I manage could not be announced`,
  HANDOUT_WAITING: msg`A prize or a reward waits to be handed out in a company that I manage, or a prize waits for another winner`,
};

/** What is chosen shows at once. One request at a time, so that none overtakes another; of a kind only the last is sent. */
function useChosen() {
  const { t } = useLingui();
  const update = useAction(UpdatePreferences);
  const [chosen, setChosen] = useState<ReadonlyMap<NotificationKind, Preference>>(new Map());
  const newest = useRef(chosen);
  const sending = useRef(Promise.resolve());
  const set = (change: (map: Map<NotificationKind, Preference>) => void) => {
    const next = new Map(newest.current);
    change(next);
    setChosen((newest.current = next));
  };
  const send = async (preference: Preference) => {
    const { kind, inApp, email } = preference;
    const superseded = () => newest.current.get(kind) !== preference;
    if (superseded()) return;
    if (await update.run({ input: { preferences: [{ kind, inApp, email }] } })) toast(t`Saved.`, { tone: 'success' });
    if (!superseded()) set((map) => map.delete(kind));
  };
  const save = (preference: Preference) => {
    set((map) => map.set(preference.kind, preference));
    sending.current = sending.current.then(() => send(preference));
  };
  return { chosen, save };
}

/** One row for each kind. */
function PreferenceTable({ preferences: known }: { preferences: Preference[] }) {
  const { i18n, t } = useLingui();
  const { chosen, save } = useChosen();
  const preferences = known.map((preference) => chosen.get(preference.kind) ?? preference);
  const box = (preference: Preference, field: 'inApp' | 'email', where: string) => {
    const name = `${i18n._(KIND_NAMES[preference.kind])}: ${where}`;
    return (
      <td>
        <label>
          <input
            type="checkbox"
            aria-label={name}
            checked={preference[field]}
            disabled={field === 'email' && preference.emailAlways}
            onChange={({ currentTarget }) => save({ ...preference, [field]: currentTarget.checked })}
          />
        </label>
      </td>
    );
  };
  const row = (preference: Preference) => (
    <tr key={preference.kind}>
      <th scope="row">
        {i18n._(KIND_NAMES[preference.kind])}
        {preference.emailAlways && (
          <small className={classes.always}>
            <Trans>Always by e-mail: you have a right to the reasons.</Trans>
          </small>
        )}
      </th>
      {box(preference, 'inApp', t`Here`)}
      {box(preference, 'email', t`By e-mail`)}
    </tr>
  );
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t`When`}</th>
          <th scope="col">{t`Here`}</th>
          <th scope="col">{t`By e-mail`}</th>
        </tr>
      </thead>
      <tbody>{preferences.filter(({ kind }) => !isReward(kind)).map(row)}</tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={3} className={classes.group}>
            <Trans>Rewards</Trans>
            <small className={classes.always}>
              <Trans>
                Points, levels and badges come in one mail a day at most, and only if you have not seen them.
              </Trans>
            </small>
          </th>
        </tr>
        {preferences.filter(({ kind }) => isReward(kind)).map(row)}
      </tbody>
    </table>
  );
}

/** What the viewer wants to hear of, and how. */
export function NotificationSettings({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const [{ data, error }, retry] = useQuery({ query: Preferences });
  const follow = useAction(SetAutoFollow);
  const setFollow = async (autoFollow: boolean) => {
    const saved = await follow.run({ input: { autoFollow } });
    if (saved) updateViewer(saved.updateProfile);
  };
  return (
    <section className="form">
      <h2>
        <Trans>Notifications</Trans>
      </h2>
      <Switch
        label={t`Follow the ideas that I vote for or comment on`}
        checked={viewer.autoFollow}
        onChange={({ currentTarget }) => void setFollow(currentTarget.checked)}
      />
      {error && !data && <ErrorState error={error} retry={retry} />}
      {!data && !error && <Skeletons rows={6} height={44} />}
      {data && <PreferenceTable preferences={data.notificationPreferences} />}
    </section>
  );
}
