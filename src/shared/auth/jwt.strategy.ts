import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../config/config.js';
import type { Viewer } from './viewer.js';

export interface AccessToken {
  sub: string;
  sid: string;
}

/** Reads and checks the bearer token (HS256, 15 minutes). */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor({ jwtSecret }: Config) {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: jwtSecret, algorithms: ['HS256'] });
  }

  validate({ sub, sid }: AccessToken): Viewer {
    return { userId: sub, sessionId: sid };
  }
}
