import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { PersonName } from '@/components/PersonName';
import type { DecisionAct, QueueItemFragment } from '@/gql/graphql';
import { useViewer } from '@/lib/session';
import { ACTS, type ActForm, actsFor, useActDone, useActName, visibilityOf } from '../decide/acts';
import decideClasses from '../decide/Decide.module.css';
import { DetailFields } from '../decide/DetailFields';
import { GroundFields, NoteField } from '../decide/GroundFields';
import { type Ruling, toInput, useRuling } from '../decide/ruling';
import { placeOf } from '../decide/MoveField';
import { StatementPreview } from '../decide/StatementPreview';
import classes from './Queue.module.css';
import { ReviewTitle } from './ReviewTitle';
import { useDecideTogether } from './use-decide-together';

const FORMS = ACTS.filter(({ inBulk }) => inBulk);
const USUAL = FORMS.find(({ act }) => act === 'REMOVE')!;

interface Props {
  items: QueueItemFragment[];
  onClose: () => void;
  /** Some of them wait again. */
  onBack: () => void;
}

/** Which of them the act can be done to by the viewer. */
function useDivided(items: QueueItemFragment[], { act }: ActForm, { target, place }: Ruling) {
  const viewer = useViewer();
  const elsewhere = ({ claimedBy }: QueueItemFragment) => Boolean(claimedBy && claimedBy.id !== viewer?.id);
  const fits = (item: QueueItemFragment) =>
    item.author.id !== viewer?.id &&
    !elsewhere(item) &&
    actsFor(item).some((form) => form.act === act) &&
    !(act === 'MERGE' && item.idea?.id === target?.id) &&
    !(act === 'MOVE' && placeOf(item) === place);
  return { fitting: items.filter(fits), left: items.filter((item) => !fits(item)) };
}

function Items({ items, verb }: { items: QueueItemFragment[]; verb: (item: QueueItemFragment) => string }) {
  return (
    <ul className={classes.preview}>
      {items.map((item) => (
        <li key={item.id}>
          <strong>{verb(item)}</strong> <ReviewTitle item={item} />{' '}
          <span className="dimmed">
            · <PersonName user={item.author} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ConsequencesProps {
  form: ActForm;
  ruling: Ruling;
  fitting: QueueItemFragment[];
  left: QueueItemFragment[];
}

/** What is done to which of them, and what the first of their authors will read. */
function Consequences({ form, ruling, fitting, left }: ConsequencesProps) {
  const { t } = useLingui();
  const actName = useActName();
  const [first] = fitting;
  return (
    <div>
      <section aria-label={t`What will be done`}>
        <h3 className={classes.previewTitle}>
          <Plural value={fitting.length} one="Done to # item" other="Done to # items" />
        </h3>
        <Items items={fitting} verb={(item) => actName(form.act, visibilityOf(item))} />
        {left.length > 0 && (
          <details>
            <summary>
              <Plural value={left.length} one="# stays as it is" other="# stay as they are" />
            </summary>
            <p className="dimmed">
              <Trans>It is yours, somebody else is at it, or this cannot be done to it.</Trans>
            </p>
            <Items items={left} verb={() => ''} />
          </details>
        )}
      </section>
      {first && form.parts.length > 0 && (
        <StatementPreview
          form={form}
          ruling={ruling}
          kind={first.kind}
          name={first.author.displayName}
          flagCount={first.flagCount}
          screened={first.reasons.length > 0}
        />
      )}
    </div>
  );
}

/** The same decision about many: what is done to which of them is seen before it is done. */
export function BulkDialog({ items, onClose, onBack }: Props) {
  const { t } = useLingui();
  const [actName, actDone] = [useActName(), useActDone()];
  const [form, setForm] = useState(USUAL);
  const { ruling, change } = useRuling();
  const divided = useDivided(items, form, ruling);
  const { fitting } = divided;
  const together = useDecideTogether(onBack);
  const name = actName(form.act);
  const send = async () => {
    if (together.busy || fitting.length === 0) return;
    if (await together.decide(fitting, toInput(form, ruling), actDone(form.act))) onClose();
  };
  return (
    <ConfirmDialog
      wide
      opened
      onClose={onClose}
      onConfirm={() => void send()}
      title={plural(items.length, { one: 'Decide about # item', other: 'Decide about # items' })}
      confirmLabel={`${name}: ${fitting.length}`}
      busy={together.busy}
    >
      <FormErrorSummary problem={together.problem} />
      <div className={decideClasses.dialog}>
        <div className={decideClasses.fields}>
          <NativeSelect
            label={t`What is done`}
            value={form.act}
            data={FORMS.map(({ act }) => ({ value: act, label: actName(act) }))}
            onChange={({ currentTarget: { value } }) =>
              setForm(FORMS.find(({ act }) => act === (value as DecisionAct)) ?? USUAL)
            }
          />
          <DetailFields form={form} items={items} ruling={ruling} change={change} />
          {form.parts.includes('ground') && <GroundFields ruling={ruling} change={change} />}
          {form.parts.includes('note') && <NoteField ruling={ruling} change={change} />}
        </div>
        <Consequences form={form} ruling={ruling} {...divided} />
      </div>
    </ConfirmDialog>
  );
}
