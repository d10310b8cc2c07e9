import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { useCompany } from '@/lib/company';
import classes from './Catalogue.module.css';
import type { MyRedemption } from './catalogue';

/** What one has now. A quiet moment of joy, where the person has not asked for less motion. */
export function Redeemed({ redemption }: { redemption: MyRedemption }) {
  const { slug } = useCompany();
  const box = useRef<HTMLDivElement>(null);
  // the button that was pressed is gone
  useEffect(() => box.current?.focus(), []);
  const { code, reward } = redemption;
  return (
    <div ref={box} tabIndex={-1} role="status" className={classes.redeemed}>
      <p className={classes.joy}>
        <IconCheck size={28} aria-hidden />
        <strong>{reward.title}</strong>
      </p>
      {code === null ? (
        <p>
          <Trans>It waits to be handed over. You are told when that is done.</Trans>
        </p>
      ) : (
        <Code code={code} />
      )}
      <p>
        <Link to="/me" search={{ tab: 'rewards', part: 'redemptions', company: slug }}>
          <Trans>See it under “My rewards”</Trans>
        </Link>
      </p>
    </div>
  );
}

/** A code, to be taken along. */
export function Code({ code }: { code: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className={classes.code}>
      <code>{code}</code>
      <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
        <Trans>Copy the code</Trans>
      </Button>
      <span role="status">
        {copied === true && t`Copied.`}
        {copied === false && t`Your browser does not allow it: mark the code and copy it.`}
      </span>
    </div>
  );
}
