import { Module } from '@nestjs/common';
import { ScoresService } from './scores.service.js';

@Module({ providers: [ScoresService], exports: [ScoresService] })
export class ScoresModule {}
