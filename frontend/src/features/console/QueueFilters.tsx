import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { useStatusName } from '@/components/StatusBadge';
import type { IdeaStatus, Locale } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { useChallengeChoices } from '@/lib/use-challenge-choices';
import classes from './Console.module.css';
import { FOLLOWED, IDEA_BOX, isNarrowed, type QueueSearch } from './queue-search';

interface Props {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
}

function Words({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { q = '' } = search;
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  const look = (event?: FormEvent) => {
    event?.preventDefault();
    if (words.trim() !== q) onSearch({ ...search, q: words.trim() || undefined });
  };
  return (
    <form role="search" className={classes.words} onSubmit={look}>
      <TextInput
        type="search"
        label={t`Words`}
        maxLength={200}
        enterKeyHint="search"
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onBlur={() => look()}
      />
    </form>
  );
}

/** Which ideas wait: by what was said already, challenge, language and words. All of it is in the address. */
export function QueueFilters({ search, onSearch }: Props) {
  const { t } = useLingui();
  const statusName = useStatusName();
  const { languages } = useCompany();
  const challenges = useChallengeChoices();
  return (
    <div className={classes.filters}>
      <NativeSelect
        label={t`Waiting for`}
        value={search.status ?? ''}
        data={[
          { value: '', label: t`A first answer` },
          ...FOLLOWED.map((value) => {
            const name = statusName(value);
            return { value, label: t`The next word: ${name}` };
          }),
        ]}
        onChange={({ currentTarget }) =>
          onSearch({ ...search, status: (currentTarget.value || undefined) as IdeaStatus | undefined })
        }
      />
      <NativeSelect
        label={t`Challenge`}
        value={search.challenge ?? ''}
        data={[{ value: '', label: t`All` }, { value: IDEA_BOX, label: t`Idea box` }, ...challenges]}
        onChange={({ currentTarget }) => onSearch({ ...search, challenge: currentTarget.value || undefined })}
      />
      {languages.length > 1 && (
        <NativeSelect
          label={t`Language`}
          value={search.language ?? ''}
          data={[
            { value: '', label: t`All` },
            ...languages.map((value) => ({ value, label: LOCALE_NAMES[fromApiLocale(value)] })),
          ]}
          onChange={({ currentTarget }) =>
            onSearch({ ...search, language: (currentTarget.value || undefined) as Locale | undefined })
          }
        />
      )}
      <Words search={search} onSearch={onSearch} />
      {isNarrowed(search) && (
        <Button variant="subtle" onClick={() => onSearch({})}>
          <Trans>Clear</Trans>
        </Button>
      )}
    </div>
  );
}
