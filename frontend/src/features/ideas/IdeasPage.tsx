import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { Switch } from '@/components/fields/Checkbox';
import { ButtonLink } from '@/components/ButtonLink';
import { PageTitle } from '@/components/PageTitle';
import { useCompany } from '@/lib/company';
import { useSession } from '@/lib/session';
import { IdeaList } from './list/IdeaList';
import classes from './list/IdeaList.module.css';
import type { IdeaSearch } from './list/idea-search';

interface Props {
  search: IdeaSearch;
  onSearch: (search: IdeaSearch) => void;
}

/** Every idea of a company: of its challenges and of the idea box. */
export function IdeasPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { status } = useSession();
  const { slug, name, ideaBoxOpen, viewerCan } = useCompany();
  const mayShare = ideaBoxOpen && (status === 'out' || viewerCan.submitToIdeaBox || viewerCan.join);
  const share = mayShare && (
    <ButtonLink to="/$slug/new" params={{ slug }} leftSection={<IconPlus size={18} aria-hidden />}>
      <Trans>Share an idea</Trans>
    </ButtonLink>
  );
  return (
    <>
      <PageTitle tab={t`Ideas for ${name}`} actions={share}>{t`Ideas`}</PageTitle>
      <div className={classes.box}>
        <Switch
          label={t`Only from the idea box`}
          checked={search.box ?? false}
          onChange={({ currentTarget }) => onSearch({ ...search, box: currentTarget.checked || undefined })}
        />
      </div>
      <IdeaList search={search} onSearch={onSearch} share={share || undefined} level={2} />
    </>
  );
}
