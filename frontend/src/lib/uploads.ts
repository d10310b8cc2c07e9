import { t } from '@lingui/core/macro';
import { fetchAsViewer } from './graphql/fetch';

export type UploadPurpose = 'attachment' | 'avatar' | 'logo' | 'cover' | 'badge';

export interface UploadedFile {
  id: string;
  kind: 'IMAGE' | 'PDF';
  filename: string;
  byteSize: number;
  url: string;
  thumbnailUrl: string | null;
}

/** The server says what it takes; these only spare the person a useless wait. */
export const UPLOAD_LIMIT = 8 * 1024 * 1024;
export const ACCEPTED: Record<UploadPurpose, string[]> = {
  attachment: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'],
  avatar: ['image/png', 'image/jpeg', 'image/webp'],
  logo: ['image/png', 'image/jpeg', 'image/webp'],
  cover: ['image/png', 'image/jpeg', 'image/webp'],
  badge: ['image/png', 'image/jpeg', 'image/webp'],
};

/** A refused file, with a message for the person. */
export class UploadError extends Error {}

export async function uploadFile(file: File, purpose: UploadPurpose): Promise<UploadedFile> {
  if (file.size > UPLOAD_LIMIT) throw new UploadError(t`This file is too large: the limit is 8 MB.`);
  if (!ACCEPTED[purpose].includes(file.type)) throw new UploadError(t`This kind of file is not accepted.`);
  const body = new FormData();
  body.append('file', file);
  const response = await fetchAsViewer(`/files?purpose=${purpose}`, { method: 'POST', body }).catch(() => {
    throw new UploadError(t`The server could not be reached. Try again in a moment.`);
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<UploadedFile> & { message?: string };
  if (!response.ok || !answer.id) throw new UploadError(answer.message ?? t`The file could not be stored.`);
  return answer as UploadedFile;
}
