import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { Company } from '../companies/company.entity.js';
import { CompanyPromiseLoader } from './company-promise.loader.js';
import { CompanyPromise } from './company-promise.type.js';

/** What everybody may know of how a company answers. */
@Resolver(() => Company)
export class CompanyPromiseResolver {
  constructor(private readonly promises: CompanyPromiseLoader) {}

  @ResolveField(() => CompanyPromise, { description: 'How it keeps its promise to answer. Up to five seconds old.' })
  async promise(@Parent() { id }: Company, @Context() context: GraphqlContext): Promise<CompanyPromise> {
    return (await this.promises.of(context).load(id))!;
  }
}
