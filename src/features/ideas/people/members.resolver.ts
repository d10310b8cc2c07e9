import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { MemberRecord } from './member-record.type.js';
import { MemberCompaniesLoader, MemberRecordLoader, MOST_COMPANIES } from './members.loader.js';

/** What anybody may know of a person's part in the communities. */
@Resolver(() => User)
export class MembersOfUserResolver {
  constructor(
    private readonly companiesLoader: MemberCompaniesLoader,
    private readonly records: MemberRecordLoader,
  ) {}

  @ResolveField(() => [Company], {
    description: `Where they take part, first joined first: companies of the viewer's, and public ones where they have said something in public. At most ${MOST_COMPANIES}.`,
    complexity: MOST_COMPANIES,
  })
  async companies(@Parent() { id }: User, @Context() context: GraphqlContext): Promise<Company[]> {
    return (await this.companiesLoader.of(context).load(id)) ?? [];
  }

  @ResolveField(() => MemberRecord, {
    nullable: true,
    description: 'Since when they are here, and what became of their ideas; null of a former member.',
  })
  async record(@Parent() { id }: User, @Context() context: GraphqlContext): Promise<MemberRecord | null> {
    return (await this.records.of(context).load(id)) ?? null;
  }
}
