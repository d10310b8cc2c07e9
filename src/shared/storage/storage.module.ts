import { Global, Module } from '@nestjs/common';
import { FileLoader } from './files.loader.js';
import { FilesService } from './files.service.js';
import { LocalDisk } from './local-disk.js';
import { Storage } from './storage.js';

/** Uploaded files, for every feature. */
@Global()
@Module({
  providers: [FilesService, FileLoader, { provide: Storage, useClass: LocalDisk }],
  exports: [FilesService, FileLoader],
})
export class StorageModule {}
