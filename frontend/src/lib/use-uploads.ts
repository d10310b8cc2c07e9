import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type UploadedFile, UploadError, uploadFile, type UploadPurpose } from './uploads';

interface Options {
  purpose: UploadPurpose;
  onUploaded: (file: UploadedFile) => void;
}

/** Stores files one after the other, and hands each on; says what is under way and what was refused. */
export function useUploads({ purpose, onUploaded }: Options) {
  const { t } = useLingui();
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (files: Iterable<File>) => {
    setProblem(null);
    for (const file of files) {
      setWaiting((count) => count + 1);
      try {
        onUploaded(await uploadFile(file, purpose));
      } catch (error) {
        const why = error instanceof UploadError ? error.message : t`The file could not be stored.`;
        setProblem(`${file.name}: ${why}`);
      } finally {
        setWaiting((count) => count - 1);
      }
    }
  };
  return { add, waiting, problem };
}
