import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/fields/Checkbox';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import type { JuryDeskQuery } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { JuryDeskDocument, RecordJuryChoice } from './documents';
import classes from './Prizes.module.css';

type Desk = NonNullable<JuryDeskQuery['juryDesk']>;
type Listed = Desk['ideas'][number];

/** What an expert of the jury chooses, until the winners are chosen. */
export function Jury({ challengeId }: { challengeId: string }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 300);
  const variables = { challengeId, text: asked || null };
  const [{ data }] = useQuery({ query: JuryDeskDocument, variables });
  const [first, setFirst] = useState<Desk | null>(null);
  const desk = data?.juryDesk ?? first;
  if (desk && !first) setFirst(desk);
  if (!desk || !first) return null;
  if (!desk.open) return <Closed desk={desk} />;
  return <Choice challengeId={challengeId} desk={desk} begin={first} text={text} onText={setText} />;
}

/** What they chose, once nothing can be changed. */
function Closed({ desk: { picks } }: { desk: Desk }) {
  if (picks.length === 0) return null;
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="jury">
      <h2 id="jury">
        <Trans>You chose, as a member of the jury</Trans>
      </h2>
      <ul>{picks.map(({ idea }) => idea && <Title key={idea.id} idea={idea} />)}</ul>
    </section>
  );
}

const Title = ({ idea }: { idea: Listed }) => <li lang={langOf(idea.language)}>{idea.title}</li>;

interface ChoiceProps {
  challengeId: string;
  desk: Desk;
  /** As it was when they came. */
  begin: Desk;
  text: string;
  onText: (text: string) => void;
}

type Picks = Record<string, { idea: Listed; note: string }>;

/** What has won already stays chosen, and is not chosen again. */
const picksOf = ({ picks }: Desk): Picks =>
  Object.fromEntries(
    picks.flatMap(({ idea, note }) => (idea && idea.wins.length === 0 ? [[idea.id, { idea, note }]] : [])),
  );

function Choice({ challengeId, desk, begin, text, onText }: ChoiceProps) {
  const { t } = useLingui();
  const [picks, setPicks] = useState(() => picksOf(begin));
  const { run, busy, problem } = useAction(RecordJuryChoice, { quiet: true });
  const chosen = Object.values(picks);
  const listed = [...chosen.map(({ idea }) => idea), ...desk.ideas.filter(({ id }) => !picks[id])];
  const save = async () => {
    if (busy) return;
    const input = { challengeId, picks: chosen.map(({ idea, note }) => ({ ideaId: idea.id, note: note.trim() })) };
    if (await run({ input }))
      toast(t`Your choice is kept. You can change it until winners are chosen.`, { tone: 'success' });
  };
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="jury">
      <h2 id="jury">
        <Trans>You are on the jury</Trans>
      </h2>
      <p>
        <Plural
          value={desk.most}
          one="Choose the idea that should win. The others of the jury do not see it."
          other="Choose up to # ideas that should win, in any order. The others of the jury do not see it."
        />
      </p>
      <TextInput
        type="search"
        label={t`Find an idea by its title`}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
      <Listing listed={listed} picks={picks} full={chosen.length >= desk.most} onPicks={setPicks} />
      <FormErrorSummary problem={problem} />
      <div className="row">
        <Button onClick={() => void save()} loading={busy}>
          <Trans>Keep my choice</Trans>
        </Button>
        <span className="dimmed" role="status">
          <Trans>
            {chosen.length} of {desk.most} chosen
          </Trans>
        </span>
      </div>
    </section>
  );
}

interface ListingProps {
  listed: Listed[];
  picks: Picks;
  /** No more can be chosen. */
  full: boolean;
  onPicks: (picks: Picks) => void;
}

function Listing({ listed, picks, full, onPicks }: ListingProps) {
  const { t } = useLingui();
  const toggle = (idea: Listed) => {
    const { [idea.id]: was, ...others } = picks;
    onPicks(was ? others : { ...picks, [idea.id]: { idea, note: '' } });
  };
  return (
    <ul className="plain" aria-label={t`Ideas`}>
      {listed.map((idea) => {
        const pick = picks[idea.id];
        return (
          <li key={idea.id} className={classes.pick}>
            <Checkbox
              label={<span lang={langOf(idea.language)}>{idea.title}</span>}
              checked={pick !== undefined}
              disabled={!pick && full}
              onChange={() => toggle(idea)}
            />
            <p className={classes.read}>
              <Link to="/i/$ideaId" params={{ ideaId: idea.id }} target="_blank">
                <Trans>Read it</Trans>
                <span className="hidden" lang={langOf(idea.language)}>
                  : {idea.title}
                </span>
              </Link>
            </p>
            {pick && (
              <Textarea
                label={t`Why, for the managers (if you like)`}
                autosize
                maxLength={1000}
                value={pick.note}
                onChange={({ currentTarget: { value: note } }) => onPicks({ ...picks, [idea.id]: { idea, note } })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
