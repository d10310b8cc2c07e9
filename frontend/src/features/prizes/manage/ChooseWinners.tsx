import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LeaveGuard } from '@/components/LeaveGuard';
import { Segmented } from '@/components/Segmented';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from '../Prizes.module.css';
import { useWorth } from '../words';
import { AnnounceWinners, type Desk, type Proposal } from './documents';

interface Props {
  desk: Desk;
  text: string;
  onText: (text: string) => void;
  /** It is otherwise now. */
  onStale: () => void;
}

interface Values {
  choices: { prizeId: string; ideaId: string; reason: string }[];
  later: boolean;
  date: string;
}
type Form = UseFormReturnType<Values>;

/** By votes or a jury the first of the list are proposed; where the company chooses, nobody is. */
function proposed({ openPrizes, proposals }: Desk): Values {
  const able = proposals.filter(({ place }) => place !== null);
  return {
    choices: openPrizes.map(({ id }, index) => ({ prizeId: id, ideaId: able[index]?.idea.id ?? '', reason: '' })),
    ...{ later: false, date: '' },
  };
}

/** The form, and what is done with it. */
function useChoosing(desk: Desk, onStale: () => void) {
  const { t } = useLingui();
  const format = useFormat();
  const form = useForm<Values>({
    initialValues: proposed(desk),
    validate: {
      choices: {
        reason: (reason, { choices }, path) => {
          const { ideaId } = choices[Number(path.split('.')[1])]!;
          return ideaId && reason.trim().length < 5 ? t`Say why, in a few words: everybody reads it.` : null;
        },
      },
      date: (date, { later }) =>
        later && !(Date.parse(date) > Date.now()) ? t`Choose a moment that is still to come.` : null,
    },
  });
  const { run, busy, problem } = useAction(AnnounceWinners, { form });
  const made = form.values.choices.filter(({ ideaId }) => ideaId);
  const announce = async () => {
    if (busy) return;
    const { later, date } = form.values;
    const announceAt = later ? new Date(date).toISOString() : null;
    const choices = made.map((choice) => ({ ...choice, reason: choice.reason.trim() }));
    if (!(await run({ input: { challengeId: desk.challenge.id, choices, announceAt } }))) return onStale();
    const day = format.dateTime(announceAt ?? new Date());
    toast(later ? t`It will be announced on ${day}.` : t`The winners are announced.`, { tone: 'success' });
  };
  return { form, made, announce, busy, problem };
}

/** Who wins what, why, and when everybody is told. */
export function ChooseWinners({ desk, text, onText, onStale }: Props) {
  const { t } = useLingui();
  const { form, made, announce, busy, problem } = useChoosing(desk, onStale);
  const [sure, setSure] = useState(false);
  const { choices, later } = form.values;
  const ask = form.onSubmit(
    () => (made.length > 0 ? setSure(true) : form.getInputNode('choices.0.ideaId')?.focus()),
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  return (
    <>
      <LeaveGuard active={choices.some(({ reason }) => reason.trim() !== '')} />
      <form className={`surface ${classes.panel}`} noValidate onSubmit={ask} aria-labelledby="choose">
        <h3 id="choose">
          <Trans>Who wins</Trans>
        </h3>
        <FormErrorSummary problem={problem} />
        {isFree(desk) && (
          <TextInput
            type="search"
            label={t`Find an idea by its title`}
            value={text}
            onChange={({ currentTarget }) => onText(currentTarget.value)}
          />
        )}
        <Choices form={form} desk={desk} />
        <When form={form} />
        <div className="row">
          <Button type="submit" loading={busy}>
            {later ? <Trans>Plan the announcement</Trans> : <Trans>Announce the winners</Trans>}
          </Button>
        </div>
      </form>
      <Sure
        opened={sure}
        later={later}
        onClose={() => setSure(false)}
        onConfirm={() => {
          setSure(false);
          void announce();
        }}
      />
    </>
  );
}

interface SureProps {
  opened: boolean;
  later: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** What cannot be taken back is asked twice. */
function Sure({ later, ...dialog }: SureProps) {
  const { t } = useLingui();
  return (
    <ConfirmDialog
      {...dialog}
      title={later ? t`Plan the announcement?` : t`Announce the winners now?`}
      confirmLabel={later ? t`Plan it` : t`Announce`}
    >
      {later ? (
        <Trans>
          Until then only managers see it, and it can be taken back. When the date comes it is looked at once more: if
          somebody may not win any more, nothing is announced and you choose again.
        </Trans>
      ) : (
        <Trans>Everybody reads it at once, and the winners are told. It cannot be taken back.</Trans>
      )}
    </ConfirmDialog>
  );
}

/** Whether the company chooses whom it wants. */
const isFree = ({ challenge }: Desk): boolean => challenge.winnersBy === 'MANAGER';

/** All that can win and were in a list so far, so that what was chosen stays when others are looked for. */
function useSeen(desk: Desk): Proposal[] {
  const [seen, setSeen] = useState<Proposal[]>([]);
  const able = desk.proposals.filter(({ place, bar }) => (isFree(desk) ? bar === null : place !== null));
  const fresh = able.filter(({ idea }) => !seen.some((one) => one.idea.id === idea.id));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return seen;
}

function Choices({ form, desk }: { form: Form; desk: Desk }) {
  const { t } = useLingui();
  const worth = useWorth();
  const label = useLabel(desk);
  const seen = useSeen(desk);
  const listed = new Set(desk.proposals.map(({ idea }) => idea.id));
  if (!isFree(desk) && seen.length === 0)
    return (
      <p className="dimmed">
        {desk.challenge.winnersBy === 'JURY' ? (
          <Trans>
            No expert of the jury has chosen an idea that can still win. They do so on the challenge’s page.
          </Trans>
        ) : (
          <Trans>No idea that can win has votes.</Trans>
        )}
      </p>
    );
  return desk.openPrizes.map((prize, index) => {
    const { ideaId } = form.values.choices[index] ?? { ideaId: '' };
    const others = form.values.choices.map((choice) => choice.ideaId).filter((id) => id !== ideaId);
    const options = seen.filter(({ idea }) => idea.id === ideaId || (listed.has(idea.id) && !others.includes(idea.id)));
    const { place } = prize;
    const about = [prize.title, worth(prize)].filter(Boolean).join(' · ');
    return (
      <fieldset key={prize.id} className="fieldset">
        <legend>
          {t`Place ${place}`}: {about}
        </legend>
        <NativeSelect
          label={t`Idea`}
          data={[
            { value: '', label: t`Nobody yet` },
            ...options.map((option) => ({ value: option.idea.id, label: label(option) })),
          ]}
          {...form.getInputProps(`choices.${index}.ideaId`)}
        />
        {ideaId && (
          <Textarea
            label={t`Why it wins`}
            description={t`Everybody reads it.`}
            required
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps(`choices.${index}.reason`)}
          />
        )}
      </fieldset>
    );
  });
}

/** An idea as one of a list: where it stands, and by what. */
function useLabel({ challenge: { winnersBy } }: Desk) {
  const { t } = useLingui();
  return ({ idea: { title }, place, score, jurors }: Proposal): string => {
    const standing = winnersBy === 'JURY' ? t`chosen by ${jurors}` : t`votes: ${score}`;
    return `${place === null ? '' : `${place}. `}${title} (${standing})`;
  };
}

function When({ form }: { form: Form }) {
  const { t } = useLingui();
  const { later } = form.values;
  return (
    <div className={classes.when}>
      <Segmented
        label={t`When it is announced`}
        value={later ? 'later' : 'now'}
        options={[
          ['now', t`Now`],
          ['later', t`On a date`],
        ]}
        onChange={(chosen) => form.setFieldValue('later', chosen === 'later')}
      />
      {later && <TextInput type="datetime-local" label={t`Announce on`} {...form.getInputProps('date')} />}
    </div>
  );
}
