import { Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { Public } from '../../../shared/auth/allow.js';
import { PreferencesService } from '../preferences/preferences.service.js';

/**
 * What mail programs call when somebody presses their "unsubscribe" (RFC 8058): a POST without cookies, whose body says
 * nothing that the address does not. A GET of the same address is the page that asks first: links in mails are opened
 * by scanners too.
 */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly preferences: PreferencesService) {}

  @Public()
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async unsubscribe(@Query('token') token: unknown): Promise<{ ok: boolean }> {
    await this.preferences.unsubscribe(typeof token === 'string' ? token : '');
    return { ok: true };
  }
}
