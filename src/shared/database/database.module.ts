import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';

/** The connection pool, injectable everywhere as Database. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: ({ databaseUrl, settings }: Config) =>
        dataSourceOptions({ url: databaseUrl, pool: settings.DATABASE_POOL, prepared: settings.DATABASE_PREPARED }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
