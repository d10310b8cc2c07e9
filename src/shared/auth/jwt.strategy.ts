import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../config/config.js';
import type { Locale } from '../errors/locale.js';
import type { Viewer } from './viewer.js';

export interface AccessToken {
  sub: string;
  sid: string;
  loc?: Locale;
}

/** Reads and checks the bearer token (HS256, 15 minutes). */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor({ jwtSecret }: Config) {
    // made once: of a plain text jsonwebtoken first tries to make a public key, which costs two milliseconds each time
    const key = createSecretKey(Buffer.from(jwtSecret));
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: key as unknown as Buffer,
      algorithms: ['HS256'],
      passReqToCallback: true,
    });
  }

  validate({ id, ip }: FastifyRequest, { sub, sid, loc }: AccessToken): Viewer {
    return { userId: sub, sessionId: sid, locale: loc, request: { id, ip } };
  }
}
