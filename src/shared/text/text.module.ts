import { Module } from '@nestjs/common';
import { TextResolver } from './text.resolver.js';

/** What the API offers about texts. */
@Module({ providers: [TextResolver] })
export class TextModule {}
