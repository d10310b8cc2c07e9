import { FileKind, type StoredFile } from './file.entity.js';

/** The sizes in which a file is served; only images have a thumbnail. */
export const VARIANTS = ['original', 'thumb'] as const;
export type Variant = (typeof VARIANTS)[number];

type Addressed = Pick<StoredFile, 'storageKey' | 'filename' | 'kind'>;

/** The address of a file, from the site's root. Whoever has it may read the file: hand it only to who may see the place it is in. */
export const fileUrl = ({ storageKey, filename }: Addressed, variant: Variant = 'original'): string =>
  `/files/${storageKey}/${variant}/${encodeURIComponent(filename)}`;

/** The address of the small form; null where there is none. */
export const thumbnailUrl = (file: Addressed): string | null =>
  file.kind === FileKind.IMAGE ? fileUrl(file, 'thumb') : null;
