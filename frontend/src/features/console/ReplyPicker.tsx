import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { NativeSelect } from '@/components/fields/NativeSelect';
import type { Locale, SavedReplyFieldsFragment } from '@/gql/graphql';
import classes from './Console.module.css';
import { inOrderFor, useReplies } from './replies';

interface Props {
  company: { id: string; slug: string };
  /** Of the idea: replies in it come first. */
  language?: Locale | null;
  onPick: (reply: SavedReplyFieldsFragment) => void;
}

/** Puts a saved reply into the answer at hand. */
export function ReplyPicker({ company: { id, slug }, language, onPick }: Props) {
  const { t } = useLingui();
  const { replies } = useReplies(id);
  const ordered = inOrderFor(replies, language);
  return (
    <div className={classes.picker}>
      {ordered.length > 0 && (
        <NativeSelect
          label={t`Insert a saved reply`}
          value=""
          data={[
            { value: '', label: t`Choose …` },
            ...ordered.map(({ id: value, title, language: spoken }) => ({ value, label: `${title} (${spoken})` })),
          ]}
          onChange={({ currentTarget }) => {
            const reply = ordered.find((each) => each.id === currentTarget.value);
            if (reply) onPick(reply);
          }}
        />
      )}
      <Link to="/$slug/manage/replies" params={{ slug }} target="_blank">
        {ordered.length > 0 ? t`Manage saved replies` : t`Save replies that you write often`}
      </Link>
    </div>
  );
}
