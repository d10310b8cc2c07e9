import { Module } from '@nestjs/common';
import { CompanyPromiseLoader } from './company-promise.loader.js';
import { CompanyPromiseResolver } from './company-promise.resolver.js';

/** What a company's community has done, in numbers. Reads only. */
@Module({ providers: [CompanyPromiseLoader, CompanyPromiseResolver] })
export class InsightsModule {}
