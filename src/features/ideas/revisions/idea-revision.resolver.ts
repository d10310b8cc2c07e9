import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { diffInTurn } from '../../../shared/text/diff.js';
import { DiffPart } from './diff-part.type.js';
import { IdeaRevision } from './idea-revision.entity.js';

/** What an edit changed. */
@Resolver(() => IdeaRevision)
export class IdeaRevisionResolver {
  @ResolveField(() => [DiffPart], { description: 'What changed in the title.' })
  titleDiff(@Parent() { before, title }: IdeaRevision): Promise<DiffPart[]> {
    return diffInTurn(before?.title ?? '', title);
  }

  @ResolveField(() => [DiffPart], { description: 'What changed in the body.' })
  bodyDiff(@Parent() { before, body }: IdeaRevision): Promise<DiffPart[]> {
    return diffInTurn(before?.body ?? '', body);
  }
}
