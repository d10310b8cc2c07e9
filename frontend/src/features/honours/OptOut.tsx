import { Trans } from '@lingui/react/macro';
import { Switch } from '@/components/fields/Checkbox';
import { graphql } from '@/gql';
import { useAction } from '@/lib/use-action';

const SetLeaderboardOptOut = graphql(`
  mutation SetLeaderboardOptOut($input: LeaderboardOptOutInput!) {
    setLeaderboardOptOut(input: $input) {
      id
    }
  }
`);

interface Props {
  companyId: string;
  optedOut: boolean;
}

/** Whether one wants to be listed. */
export function OptOut({ companyId, optedOut }: Props) {
  const { run, busy } = useAction(SetLeaderboardOptOut);
  return (
    <div className="section">
      <Switch
        label={<Trans>List me here, and show my level to others</Trans>}
        checked={!optedOut}
        disabled={busy}
        onChange={() => void run({ input: { companyId, optOut: !optedOut } })}
      />
      <p className="dimmed">
        <Trans>
          If not, others see neither your place nor your level, and you take nobody’s place. What you earn stays the
          same.
        </Trans>
      </p>
    </div>
  );
}
