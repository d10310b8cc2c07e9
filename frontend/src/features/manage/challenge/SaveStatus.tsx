import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconDeviceFloppy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Editor.module.css';
import type { ChallengeDraft } from './use-challenge-draft';

/** Where the words are safe. Only trouble is announced: the rest would interrupt the writing. */
export function SaveStatus({ draft: { saving, savedAt, problem, limits, challenge } }: { draft: ChallengeDraft }) {
  const { i18n } = useLingui();
  const time = savedAt && new Intl.DateTimeFormat(i18n.locale, { timeStyle: 'short' }).format(savedAt);
  const trouble: Partial<Record<typeof saving, ReactNode>> = {
    offline: <Trans>Not saved: offline, kept on this device</Trans>,
    refused: (
      <>
        <Trans>Not saved, kept on this device.</Trans> {problem?.message}
      </>
    ),
    waits: time ? (
      <Trans>Saved {time}, but for what is not right yet: that is kept on this device</Trans>
    ) : (
      <Trans>What is not right yet is kept on this device</Trans>
    ),
    conflict: <Trans>Not saved: somebody else has changed it too</Trans>,
  };
  const calm: Partial<Record<typeof saving, ReactNode>> = {
    here: limits.isPublic ? (
      <Trans>Not public yet: kept on this device until you save</Trans>
    ) : challenge ? (
      <Trans>Kept on this device</Trans>
    ) : (
      <Trans>Kept on this device; saved as a draft once it has a question</Trans>
    ),
    saving: <Trans>Saving…</Trans>,
    saved: time ? <Trans>Saved {time}</Trans> : null,
  };
  const Icon =
    saving === 'offline'
      ? IconCloudOff
      : trouble[saving]
        ? IconAlertTriangle
        : saving === 'saved'
          ? IconCheck
          : IconDeviceFloppy;
  const said = trouble[saving] ?? calm[saving];
  return (
    <span className={classes.status} data-trouble={trouble[saving] ? true : undefined}>
      {said && <Icon size={18} aria-hidden />}
      <span role="status">{trouble[saving]}</span>
      <span>{calm[saving]}</span>
    </span>
  );
}
