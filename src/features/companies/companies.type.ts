import { ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../shared/graphql/connection.js';
import { Company } from './company.entity.js';
import { Membership } from './membership.entity.js';

@ObjectType({ description: 'A page of companies.' })
export class CompanyConnection extends connectionOf(() => Company, 'Company') {}

@ObjectType({ description: 'A page of members.' })
export class MembershipConnection extends connectionOf(() => Membership, 'Membership') {}
