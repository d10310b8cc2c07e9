import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import type { HeldItemFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import type { Problem } from '@/lib/errors';
import { Advice } from '../review/Advice';
import { AuthorStanding } from '../review/held-item';
import { useReviewTitle } from '../queue/review-title';
import { type ActForm, useActName } from './acts';
import classes from './Decide.module.css';
import { DetailFields } from './DetailFields';
import { GroundFields, NoteField, TermFields } from './GroundFields';
import { useRuling, toInput } from './ruling';
import { StatementPreview } from './StatementPreview';

interface Props {
  /** Null: closed; what was written waits. */
  form: ActForm | null;
  item: HeldItemFragment;
  screened: boolean;
  busy: boolean;
  problem: Problem | null;
  onClose: () => void;
  onDecide: (form: ActForm, input: ReturnType<typeof toInput>) => void;
}

/** The next step that would be fair, once somebody is to be sanctioned. */
function useAdvice(item: HeldItemFragment, pause: boolean) {
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: AuthorStanding, variables: { companyId, userId: item.author.id }, pause });
  return data?.sanctionAdvice;
}

/** The ground, the facts and the term of a decision, and beside them what its reader will have of it. */
export function DecideDialog({ form, item, screened, busy, problem, onClose, onDecide }: Props) {
  const { t } = useLingui();
  const title = useReviewTitle()(item);
  const actName = useActName();
  const { ruling, change } = useRuling();
  // while it closes it stays what it was
  const [shown, setShown] = useState(form);
  if (form && form !== shown) setShown(form);
  const advice = useAdvice(item, form?.about !== 'author');
  const proposed = advice?.days;
  useEffect(() => {
    // once, when it comes: what is chosen later stays
    if (proposed) change({ days: String(proposed), endless: false });
  }, [proposed, change]);
  if (!shown) return null;
  const name = actName(shown.act);
  const about = shown.about === 'author' ? item.author.displayName : title;
  return (
    <ConfirmDialog
      wide
      opened={form !== null}
      onClose={onClose}
      onConfirm={() => onDecide(shown, toInput(shown, ruling))}
      title={`${name}: “${about}”`}
      confirmLabel={t`${name} and tell the author`}
      busy={busy}
    >
      <FormErrorSummary problem={problem} />
      <div className={classes.dialog}>
        <div className={classes.fields}>
          {shown.about === 'author' && advice && <Advice advice={advice} />}
          <DetailFields form={shown} items={[item]} ruling={ruling} change={change} />
          {shown.parts.includes('term') && <TermFields ruling={ruling} change={change} />}
          {shown.parts.includes('ground') && <GroundFields ruling={ruling} change={change} />}
          {shown.parts.includes('note') && <NoteField ruling={ruling} change={change} />}
        </div>
        <StatementPreview
          form={shown}
          ruling={ruling}
          kind={item.kind}
          name={item.author.displayName}
          flagCount={item.flagCount}
          screened={screened}
        />
      </div>
    </ConfirmDialog>
  );
}
