import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { FileDrop } from '@/components/FileDrop';
import type { BadgeValues } from './BadgeForm';

interface Props {
  form: UseFormReturnType<BadgeValues>;
  /** Of the picture that the badge has. */
  url?: string | null;
}

/** A picture, and what it shows. */
export function PictureField({ form, url }: Props) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(null);
  const { name, pictureFileId } = form.values;
  const shown = pictureFileId === undefined ? url : pictureFileId && chosen;
  return (
    <>
      <div className="row">
        {shown && <Avatar name={name} url={shown} size={72} />}
        <div style={{ flex: 1 }}>
          <FileDrop
            label={t`Choose a picture`}
            description={t`PNG, JPEG or WebP. It is cut to a square.`}
            purpose="badge"
            onUploaded={(file) => {
              form.setFieldValue('pictureFileId', file.id);
              setChosen(file.thumbnailUrl ?? file.url);
            }}
          />
        </div>
        {shown && (
          <Button variant="default" onClick={() => form.setFieldValue('pictureFileId', null)}>
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      {shown && (
        <TextInput
          label={t`What the picture shows`}
          description={t`For people who can’t see it.`}
          required
          maxLength={200}
          {...form.getInputProps('pictureAlt')}
        />
      )}
    </>
  );
}
