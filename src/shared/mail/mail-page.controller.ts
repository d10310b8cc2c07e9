import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/allow.js';
import { Config } from '../config/config.js';
import { KeptMails, type KeptMail } from './kept-mails.js';
import { escapeHtml } from './layout.js';

const STYLE = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#1c2422;background:#fff}
a{color:#0b7363}table{width:100%;border-collapse:collapse}td,th{padding:.5rem;text-align:left;border-bottom:1px solid #dfe5e3;overflow-wrap:anywhere}
pre{padding:1rem;background:#f4f6f5;white-space:pre-wrap;overflow-wrap:anywhere}iframe{width:100%;height:36rem;border:1px solid #dfe5e3}`;

/** Nothing from elsewhere, no script; the mail's own HTML is shown in a sandbox. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** The kept mails, for whoever develops or tries the application on their own machine. Not there in production. */
@Controller('dev/mail')
export class MailPageController {
  constructor(
    private readonly config: Config,
    private readonly mails: KeptMails,
  ) {}

  @Public()
  @Get()
  async list(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    this.refuseUnlessOn();
    const mails = await this.mails.list();
    const rows = mails.map(
      (mail) =>
        `<tr><td><a href="/dev/mail/${mail.id}">${escapeHtml(mail.subject)}</a></td><td>${escapeHtml(mail.to)}</td><td>${timeOf(mail)}</td></tr>`,
    );
    const table = `<table><thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    return page(reply, 'Mail', `<h1>Mail</h1>${rows.length > 0 ? table : '<p>No mail has been sent yet.</p>'}`);
  }

  @Public()
  @Get(':id')
  async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    this.refuseUnlessOn();
    const mail = await this.mails.find(id);
    if (!mail) throw new NotFoundException();
    const inFrame = mail.html.replace('<head>', '<head><base target="_top">');
    return page(
      reply,
      mail.subject,
      `<p><a href="/dev/mail">All mail</a></p><h1>${escapeHtml(mail.subject)}</h1>
<p>From ${escapeHtml(mail.from)} to <strong>${escapeHtml(mail.to)}</strong>, ${timeOf(mail)}</p>
<iframe title="The mail as HTML" sandbox="${SANDBOX}" srcdoc="${escapeHtml(inFrame)}"></iframe>
<h2>As text</h2><pre>${withLinks(mail.text)}</pre>`,
    );
  }

  private refuseUnlessOn(): void {
    if (!this.config.mailPage) throw new NotFoundException();
  }
}

const timeOf = ({ sentAt }: KeptMail) => `<time datetime="${sentAt}">${sentAt.replace('T', ' ').slice(0, 19)}</time>`;

const withLinks = (text: string) =>
  escapeHtml(text).replace(/https?:\/\/[^\s<>]+/g, (url) => `<a href="${url}">${url}</a>`);

function page(reply: FastifyReply, title: string, body: string): string {
  void reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}
