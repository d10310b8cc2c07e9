import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Textarea } from '@/components/fields/Textarea';
import classes from './Screening.module.css';
import { wordsIn } from './screening';

interface Props {
  sites: string[];
  onSites: (sites: string[]) => void;
}

/** Sites that are read first: one a line. */
export function Sites({ sites, onSites }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState({ text: sites.join('\n'), sites });
  // saved, discarded, or brought in by somebody else
  if (typed.sites !== sites) setTyped({ text: sites.join('\n'), sites });
  return (
    <section className={classes.part} aria-labelledby="sites">
      <h2 id="sites">
        <Trans>Links</Trans>
      </h2>
      <Textarea
        className={classes.sites}
        label={t`Sites that you watch`}
        description={t`One a line, such as example.com: with all addresses below it. A post that names one waits for a moderator.`}
        autosize
        minRows={3}
        maxRows={12}
        spellCheck={false}
        value={typed.text}
        onChange={({ currentTarget: { value } }) => {
          const next = wordsIn(value);
          setTyped({ text: value, sites: next });
          onSites(next);
        }}
      />
    </section>
  );
}
