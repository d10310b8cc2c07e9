import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { RequestLoader } from '../../shared/graphql/loader.js';
import type { Selection } from '../../shared/graphql/selection.js';
import { IDEA_FIELDS } from './reading/idea-select.js';
import type { Idea } from './idea.entity.js';
import { IdeasQueries } from './reading/ideas.queries.js';

const NOTHING: Selection = new Map();
const EVERYTHING: Selection = new Map(IDEA_FIELDS.map((field) => [field, NOTHING]));

/** Ideas by id, with all that the API can ask of them; nothing for those that the viewer may not see. */
@Injectable()
export class IdeaLoader extends RequestLoader<string, Idea> {
  constructor(private readonly queries: IdeasQueries) {
    super();
  }

  /** The same, in the order of the ids, of a list that knows what is asked of its items. */
  async list(viewer: Viewer | null, ids: readonly string[], asked: Selection): Promise<Idea[]> {
    const found = new Map((await this.queries.byIds(viewer, ids, asked)).map((idea) => [idea.id, idea]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, Idea>> {
    const ideas = await this.queries.byIds(req.viewer ?? null, ids, EVERYTHING);
    return new Map(ideas.map((idea) => [idea.id, idea]));
  }
}
