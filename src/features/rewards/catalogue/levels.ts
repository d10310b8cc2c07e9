import { Injectable } from '@nestjs/common';

/** until levels are merged */
@Injectable()
export class LevelsService {
  levelOf(..._: unknown[]): Promise<number> {
    return Promise.resolve(1);
  }
}
