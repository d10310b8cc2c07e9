import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import type { Locale, WatchedWordAction } from '@/gql/graphql';
import { thenNext } from '@/lib/focus';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import classes from './Screening.module.css';
import { isWord, keyOf, type Word, wordsIn } from './screening';

const ACTIONS: readonly WatchedWordAction[] = ['BLOCK', 'HOLD', 'FLAG', 'MASK'];
const LANGUAGES: readonly Locale[] = ['ES', 'IT', 'EN'];
/** So many are shown at a time. */
const SHOWN = 50;

interface Props {
  words: Word[];
  onWords: (words: Word[]) => void;
}

function useActions() {
  const { t } = useLingui();
  const names: Record<WatchedWordAction, string> = {
    BLOCK: t`Refuse`,
    HOLD: t`Hold for a moderator`,
    FLAG: t`Publish and report`,
    MASK: t`Publish with the word covered`,
  };
  const meanings: Record<WatchedWordAction, string> = {
    BLOCK: t`The post is refused; its author is told and can write it differently.`,
    HOLD: t`The post waits until a moderator has read it.`,
    FLAG: t`The post is published, and a moderator looks at it.`,
    MASK: t`The post is published, but nobody reads the word; its author is told, and can appeal.`,
  };
  return { names, meanings };
}

const useLanguages = () => {
  const { t } = useLingui();
  return [
    { value: '', label: t`In all languages` },
    ...LANGUAGES.map((value) => ({ value: value as string, label: LOCALE_NAMES[fromApiLocale(value)] })),
  ];
};

/** Words that the company watches, each with what happens to a post that has it. */
export function WatchedWords({ words, onWords }: Props) {
  const add = (more: Word[]) => {
    const known = new Set(more.map(keyOf));
    onWords([...more, ...words.filter((word) => !known.has(keyOf(word)))]);
  };
  return (
    <section className={classes.part} aria-labelledby="words">
      <h2 id="words">
        <Trans>Watched words</Trans>
      </h2>
      <AddWords onAdd={add} />
      {words.length > 0 && <List words={words} onWords={onWords} />}
    </section>
  );
}

/** One or many at once. */
function AddWords({ onAdd }: { onAdd: (words: Word[]) => void }) {
  const { t } = useLingui();
  const { names, meanings } = useActions();
  const languages = useLanguages();
  const [text, setText] = useState('');
  const [action, setAction] = useState<WatchedWordAction>('HOLD');
  const [language, setLanguage] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = () => {
    const found = wordsIn(text);
    const wrong = found.find((word) => !isWord(word));
    if (wrong !== undefined)
      return setError(t`“${wrong}”: at least two letters or figures; an asterisk only at its end.`);
    if (found.length === 0) return setError(t`Write a word first.`);
    onAdd(found.map((word) => ({ word, action, language: (language || null) as Locale | null })));
    setText('');
    setError(null);
  };
  return (
    <form
      className={classes.add}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Textarea
        className={classes.wide}
        label={t`Words to add`}
        description={t`One a line, or parted by commas. Case and accents do not count; an asterisk at the end stands for any ending.`}
        autosize
        maxRows={8}
        spellCheck={false}
        value={text}
        error={error}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        label={t`What happens`}
        description={meanings[action]}
        data={ACTIONS.map((value) => ({ value, label: names[value] }))}
        value={action}
        onChange={({ currentTarget }) => setAction(currentTarget.value as WatchedWordAction)}
      />
      <NativeSelect
        label={t`Language`}
        description={t`Of the texts in which it is looked for.`}
        data={languages}
        value={language}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
      />
      <div className={classes.wide}>
        <Button type="submit" variant="default">
          <Trans>Add to the list</Trans>
        </Button>
      </div>
    </form>
  );
}

function List({ words, onWords }: Props) {
  const { t } = useLingui();
  const { names } = useActions();
  const [text, setText] = useState('');
  const [only, setOnly] = useState<WatchedWordAction | ''>('');
  const [shown, setShown] = useState(SHOWN);
  const found = words.filter(
    ({ word, action }) => (!only || action === only) && word.toLocaleLowerCase().includes(text.toLocaleLowerCase()),
  );
  const put = (old: Word, change: Partial<Word>) =>
    onWords(words.map((word) => (word === old ? { ...word, ...change } : word)));
  return (
    <div data-lines>
      {words.length > 5 && (
        <div className={classes.filter}>
          <TextInput
            type="search"
            label={t`Find a word`}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <NativeSelect
            label={t`What happens`}
            data={[{ value: '', label: t`All` }, ...ACTIONS.map((value) => ({ value, label: names[value] }))]}
            value={only}
            onChange={({ currentTarget }) => setOnly(currentTarget.value as WatchedWordAction | '')}
          />
        </div>
      )}
      <p className="dimmed" role="status">
        <Plural value={found.length} one="# word" other="# words" />
      </p>
      <ul className={`plain ${classes.words}`} aria-label={t`Watched words`}>
        {found.slice(0, shown).map((word, at) => (
          <Row
            // what happens to it may change while it has the focus
            key={at}
            word={word}
            onChange={(change) => put(word, change)}
            onRemove={thenNext(() => onWords(words.filter((one) => one !== word)))}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN)}>
          {plural(Math.min(SHOWN, found.length - shown), { one: 'Show # more', other: 'Show # more' })}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  word: Word;
  onChange: (change: Partial<Word>) => void;
  onRemove: ReturnType<typeof thenNext>;
}

function Row({ word: { word, language, action }, onChange, onRemove }: RowProps) {
  const { t } = useLingui();
  const { names } = useActions();
  return (
    <li className={classes.word}>
      <span className={classes.name}>{word}</span>
      <NativeSelect
        aria-label={t`What happens to “${word}”`}
        data={ACTIONS.map((value) => ({ value, label: names[value] }))}
        value={action}
        onChange={({ currentTarget }) => onChange({ action: currentTarget.value as WatchedWordAction })}
      />
      <NativeSelect
        aria-label={t`Language of “${word}”`}
        data={useLanguages()}
        value={language ?? ''}
        onChange={({ currentTarget }) => onChange({ language: (currentTarget.value || null) as Locale | null })}
      />
      <Button variant="subtle" color="gray" data-remove aria-label={t`Remove “${word}”`} onClick={onRemove}>
        <Trans>Remove</Trans>
      </Button>
    </li>
  );
}
