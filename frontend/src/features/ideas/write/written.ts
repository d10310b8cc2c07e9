import { graphql } from '@/gql';
import type { Locale, WrittenIdeaFragment } from '@/gql/graphql';

/** An idea as its authors write it. */
export const WrittenIdea = graphql(`
  fragment WrittenIdea on Idea {
    id
    version
    visibility
    title
    body
    tags
    language
    attachments {
      ...AttachedFile
    }
  }
  fragment AttachedFile on Attachment {
    id
    kind
    filename
    byteSize
    url
    thumbnailUrl
  }
`);

export const MOST_TAGS = 5;
export const MOST_FILES = 10;
export const LONGEST_TITLE = 120;
export const LONGEST_BODY = 20_000;

export interface WrittenFile {
  id: string;
  filename: string;
  byteSize: number;
  url: string;
  thumbnailUrl?: string | null;
}

/** What the form holds. */
export interface Written {
  title: string;
  body: string;
  tags: string[];
  /** Empty: to be detected. */
  language: Locale | '';
  attachments: WrittenFile[];
}

export const NOTHING: Written = { title: '', body: '', tags: [], language: '', attachments: [] };

export const isBlank = ({ title, body, attachments }: Written): boolean =>
  !title.trim() && !body.trim() && attachments.length === 0;

/** The idea as the form shows it. */
export const toWritten = ({ title, body, tags, language, attachments }: WrittenIdeaFragment): Written => ({
  title,
  body,
  tags,
  language: language ?? '',
  attachments,
});

/** The form as the API takes it. */
export const toInput = ({ title, body, tags, language, attachments }: Written) => ({
  title,
  body,
  tags,
  language: language || null,
  attachmentIds: attachments.map(({ id }) => id),
});
