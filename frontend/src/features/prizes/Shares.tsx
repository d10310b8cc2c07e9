import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { PersonName } from '@/components/PersonName';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useViewer } from '@/lib/session';
import { AnswerShares, MySharedIdeas, ProposeShares, type Shared } from './documents';
import classes from './Prizes.module.css';

/** How one would share what ideas written with others may still win. */
export function Shares({ companyId }: { companyId: string }) {
  const [{ data }] = useQuery({ query: MySharedIdeas, variables: { companyId } });
  const ideas = data?.mySharedIdeas ?? [];
  if (ideas.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="shares">
      <h2 id="shares">
        <Trans>If a shared idea wins</Trans>
      </h2>
      <p className="dimmed">
        <Trans>
          Money and points are shared as all of you have agreed when the winners are announced, else alike. A thing goes
          to the author.
        </Trans>
      </p>
      <ul className="plain stack">
        {ideas.map((shared) => (
          <li key={`${shared.idea.id} ${shared.version}`}>
            <SharedIdea shared={shared} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SharedIdea({ shared }: { shared: Shared }) {
  const [editing, setEditing] = useState(false);
  const { idea, own, version, agreed, people } = shared;
  const waiting = people.filter((person) => !person.agreed).length;
  return (
    <article className={`surface ${classes.panel}`} aria-labelledby={`shared-${idea.id}`}>
      <h3 id={`shared-${idea.id}`} lang={langOf(idea.language)}>
        {idea.title}
      </h3>
      {editing ? (
        <Proposal shared={shared} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Parts shared={shared} />
          <p>
            {agreed ? (
              <Trans>All of you have agreed.</Trans>
            ) : version === 0 ? (
              <Trans>Nobody has proposed anything else: all get the same.</Trans>
            ) : (
              <Plural
                value={waiting}
                one="# person has not agreed yet; until then all get the same."
                other="# people have not agreed yet; until then all get the same."
              />
            )}
          </p>
          <div className="row">
            {own ? (
              <Button variant="default" onClick={() => setEditing(true)}>
                <Trans>Propose shares</Trans>
              </Button>
            ) : (
              version > 0 && <Answer shared={shared} />
            )}
          </div>
        </>
      )}
    </article>
  );
}

function Parts({ shared: { people, version } }: { shared: Shared }) {
  const format = useFormat();
  if (version === 0) return null;
  return (
    <dl className={classes.shares}>
      {people.map(({ user, percent, agreed }) => (
        <Line key={user.id} name={<PersonName user={user} />}>
          {percent === null ? '–' : format.percent(percent / 100)} {agreed && <Trans>(agreed)</Trans>}
        </Line>
      ))}
    </dl>
  );
}

const Line = ({ name, children }: { name: React.ReactNode; children: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

function Answer({ shared: { idea, version, people } }: { shared: Shared }) {
  const { t } = useLingui();
  const viewerId = useViewer()?.id;
  const { run, busy } = useAction(AnswerShares);
  const agreed = people.some(({ user, agreed: said }) => said && user.id === viewerId);
  const answer = async () => {
    if (busy) return;
    if (await run({ input: { ideaId: idea.id, version, agree: !agreed } }))
      toast(agreed ? t`You do not agree any more.` : t`You have agreed.`);
  };
  return (
    <Button variant={agreed ? 'subtle' : 'filled'} loading={busy} onClick={() => void answer()}>
      {agreed ? <Trans>I do not agree any more</Trans> : <Trans>Agree</Trans>}
    </Button>
  );
}

/** The author says what each should get; it adds up to 100. */
function Proposal({ shared: { idea, people }, onClose }: { shared: Shared; onClose: () => void }) {
  const { t } = useLingui();
  const { run, busy, problem } = useAction(ProposeShares, { quiet: true });
  const equal = Math.floor(100 / people.length);
  const [percents, setPercents] = useState(() =>
    people.map(({ percent }, index) => String(percent ?? (index === 0 ? 100 - equal * (people.length - 1) : equal))),
  );
  const sum = percents.reduce((total, text) => total + (Number(text) || 0), 0);
  const right = sum === 100 && percents.every((text) => /^[1-9]\d?$/.test(text.trim()));
  const propose = async () => {
    if (busy || !right) return;
    const shares = people.map(({ user }, index) => ({ userId: user.id, percent: Number(percents[index]) }));
    if (await run({ input: { ideaId: idea.id, shares } })) {
      toast(t`Proposed. It holds once all have agreed.`, { tone: 'success' });
      onClose();
    }
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <FormErrorSummary problem={problem} />
      {people.map(({ user }, index) => {
        const name = user.displayName;
        return (
          <TextInput
            key={user.id}
            label={t`${name}, %`}
            inputMode="numeric"
            value={percents[index]}
            onChange={({ currentTarget: { value } }) => setPercents(percents.with(index, value))}
          />
        );
      })}
      <p role="status" className={right ? 'dimmed' : classes.error}>
        {right ? (
          <Trans>It makes 100 %.</Trans>
        ) : (
          <Trans>It makes {sum} %; it should make 100 %, at least 1 % each.</Trans>
        )}
      </p>
      <div className="row">
        <Button type="submit" loading={busy} disabled={!right}>
          <Trans>Propose</Trans>
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
