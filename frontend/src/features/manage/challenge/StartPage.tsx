import { Trans, useLingui } from '@lingui/react/macro';
import { IconBulb, IconFile, IconPalette, IconTag, IconTool } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { PageTitle } from '@/components/PageTitle';
import type { Locale } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { blankChallenge, type ChallengeValues } from './challenge-values';
import { FormerChallenges } from './FormerChallenges';
import classes from './StartPage.module.css';
import { fromTemplate, type TemplateName } from './templates/templates';

interface Props {
  onBegin: (values: ChallengeValues) => void;
}

function useTemplates(): { name: TemplateName; title: string; text: string; icon: ReactNode }[] {
  const { t } = useLingui();
  return [
    {
      name: 'product',
      title: t`Product idea`,
      text: t`What people miss, and what you could make of it. Nine weeks, with a vote and experts.`,
      icon: <IconBulb aria-hidden />,
    },
    {
      name: 'fix',
      title: t`Fix this`,
      text: t`What gets in people’s way. Two weeks to collect, one to decide, six to repair.`,
      icon: <IconTool aria-hidden />,
    },
    {
      name: 'name',
      title: t`Name it`,
      text: t`A name for something that is ready. Ten days of names, five of votes.`,
      icon: <IconTag aria-hidden />,
    },
    {
      name: 'design',
      title: t`Design it`,
      text: t`How something should look. Pictures for four weeks, then a vote and your designers.`,
      icon: <IconPalette aria-hidden />,
    },
  ];
}

/** How a new challenge begins: with a template, like a former one, or empty. Everything can be changed afterwards. */
export function StartPage({ onBegin }: Props) {
  const { t, i18n } = useLingui();
  const { name: company, languages, defaultLanguage } = useCompany();
  const [language, setLanguage] = useState<Locale>(defaultLanguage);
  const templates = useTemplates();
  const begin = async (name: TemplateName) =>
    onBegin(await fromTemplate(name, { language, company, locale: i18n.locale }));
  return (
    <>
      <PageTitle
        lead={t`Begin with a template: a brief with questions to answer, criteria, phases and terms. All of it can be changed.`}
      >
        {t`New challenge`}
      </PageTitle>
      {languages.length > 1 && (
        <NativeSelect
          className={classes.language}
          label={t`Language of the challenge`}
          data={languages.map((value) => ({ value, label: LOCALE_NAMES[fromApiLocale(value)] }))}
          value={language}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value as Locale)}
        />
      )}
      <ul className={classes.choices}>
        {templates.map(({ name, title, text, icon }) => (
          <li key={name}>
            <Choice title={title} text={text} icon={icon} onChoose={() => void begin(name)} />
          </li>
        ))}
        <li>
          <Choice
            title={t`Empty`}
            text={t`Only a plan of phases that works.`}
            icon={<IconFile aria-hidden />}
            onChoose={() => onBegin(blankChallenge(language))}
          />
        </li>
      </ul>
      <section className="section">
        <h2>
          <Trans>Like a former one</Trans>
        </h2>
        <FormerChallenges onBegin={onBegin} />
      </section>
    </>
  );
}

interface ChoiceProps {
  title: string;
  text: string;
  icon: ReactNode;
  onChoose: () => void;
}

const Choice = ({ title, text, icon, onChoose }: ChoiceProps) => (
  <button type="button" className={classes.choice} onClick={onChoose}>
    {icon}
    <strong>{title}</strong>
    <span className="dimmed">{text}</span>
  </button>
);
