import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Skeletons } from '@/components/Skeletons';
import { toProblem } from '@/lib/errors';
import type { Reportable, ReportPlace } from '@/lib/reporting';
import { useSession } from '@/lib/session';
import { ReportFormOf } from './documents';
import { Outsider } from './Outsider';
import { OwnReport } from './OwnReport';
import { ReportForm } from './ReportForm';

interface Props {
  item: Reportable;
  places: ReportPlace[];
  onClose: () => void;
}

interface MemberProps {
  item: Reportable;
  place: ReportPlace;
  /** where one of several companies is chosen */
  choice: ReactNode;
  onClose: () => void;
}

/** For who is signed in: what it shows follows from what they have done before. */
function MembersDialog({ item, place, choice, onClose }: MemberProps) {
  const { t } = useLingui();
  const { ideaId, commentId, userId, attachmentId } = item;
  const reported = { ideaId, commentId, userId, companyId: userId && place.id };
  const [{ data, error }] = useQuery({
    query: ReportFormOf,
    variables: { slug: place.slug, ...reported },
    requestPolicy: 'network-only',
  });
  const company = data?.company;
  if (!company)
    return (
      <ConfirmDialog opened onClose={onClose} title={t`Report`} cancelLabel={t`Close`}>
        {choice}
        {error ? <p role="alert">{toProblem(error).message}</p> : <Skeletons rows={3} height={44} />}
      </ConfirmDialog>
    );
  if (data.viewerFlag)
    return <OwnReport flag={data.viewerFlag} reported={reported} choice={choice} onClose={onClose} />;
  if (!company.viewerMembership) return <Outsider item={item} place={place} choice={choice} onClose={onClose} />;
  return <ReportForm input={{ ...reported, attachmentId }} company={company} choice={choice} onClose={onClose} />;
}

/** Tells the moderators what breaks a rule, or is illegal. */
export function ReportDialog({ item, places, onClose }: Props) {
  const { t } = useLingui();
  const { status } = useSession();
  const [slug, setSlug] = useState(places[0]?.slug);
  const place = places.find((each) => each.slug === slug);
  if (!place) return null;
  const choice = places.length > 1 && (
    <NativeSelect
      label={t`In which community?`}
      data={places.map((each) => ({ value: each.slug, label: each.name }))}
      value={slug}
      onChange={({ currentTarget }) => setSlug(currentTarget.value)}
    />
  );
  const Dialog = status === 'in' ? MembersDialog : Outsider;
  return <Dialog key={slug} {...{ item, place, choice, onClose }} />;
}
