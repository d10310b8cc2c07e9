import { Global, Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { FileLoader } from './files.loader.js';
import { FilesService } from './files.service.js';
import { LocalDisk } from './local-disk.js';
import { Storage } from './storage.js';
import { UploadService } from './upload.service.js';

/** Uploaded files, for every feature. */
@Global()
@Module({
  controllers: [FilesController],
  providers: [FilesService, FileLoader, UploadService, { provide: Storage, useClass: LocalDisk }],
  exports: [FilesService, FileLoader],
})
export class StorageModule {}
