import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { Public } from '../auth/allow.js';
import { renderMarkdown } from './markdown.js';

@ArgsType()
class RenderMarkdownArgs {
  @Field({ description: 'Markdown, at most 20,000 characters.' })
  @MaxLength(20_000)
  text!: string;
}

@Resolver()
export class TextResolver {
  @Public()
  @Query(() => String, { description: 'A text as safe HTML, exactly as it will be shown: for previews.' })
  renderMarkdown(@Args() { text }: RenderMarkdownArgs): string {
    return renderMarkdown(text);
  }
}
