import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FileKind, type StoredFile } from './file.entity.js';
import { fileUrl, thumbnailUrl } from './file-url.js';

registerEnumType(FileKind, {
  name: 'AttachmentKind',
  description: 'What a file is.',
  valuesMap: { IMAGE: { description: 'An image, with a thumbnail.' }, PDF: { description: 'A PDF document.' } },
});

@ObjectType('Attachment', { description: 'A file that belongs to an idea.' })
export class AttachedFile {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => FileKind, { description: 'What it is.' })
  kind!: FileKind;

  @Field({ description: 'Its name.' })
  filename!: string;

  @Field({ description: 'Its media type.' })
  mimeType!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  byteSize!: number;

  @Field(() => Int, { nullable: true, description: 'Of an image: pixels across.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of an image: pixels down.' })
  height!: number | null;

  @Field({ description: 'Where it is served.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'Of an image: where a small one is served.' })
  thumbnailUrl!: string | null;

  static of(file: StoredFile): AttachedFile {
    const { id, kind, filename, mimeType, byteSize, width, height } = file;
    const urls = { url: fileUrl(file), thumbnailUrl: thumbnailUrl(file) };
    return Object.assign(new AttachedFile(), { id, kind, filename, mimeType, byteSize, width, height, ...urls });
  }
}
