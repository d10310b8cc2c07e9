import { z } from 'zod';
import { StartupError } from './startup-error.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const port = z.coerce.number().int().min(1).max(65_535);

/**
 * Every setting that the application reads, with its meaning. The only place that knows the environment's names;
 * `docs/operations.md` lists them from here. Absent means the default.
 */
const settings = z.object({
  /** `local` (default): demo data, kept mails, generated secrets. `production`: refuses all three. */
  APP_ENV: z.enum(['local', 'production']).default('local'),
  /** What this process does: `api`, `worker` (background jobs) or `all` (default). */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  /** Address and port that the one HTTP server listens on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** Address under which people reach the site, without a trailing slash; used in mails and links. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Folder of everything the application keeps on disk: the embedded database, files, mails, local secrets. */
  DATA_DIR: z.string().min(1).default('var'),
  /** Folder of the built site. Default: frontend/dist of the installation. */
  WEB_DIR: z.string().min(1).optional(),
  /** PostgreSQL 15 or newer, as postgres://user:password@host:port/database. Absent: the embedded server. */
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?|socket):\/\//, 'must start with postgres://')
    .optional(),
  /** Connections per process. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** `false` behind a pooler in transaction mode that has no max_prepared_statements. */
  DATABASE_PREPARED: flag.default(true),
  /** At least 32 characters; signs access tokens. Local default: generated once and kept in DATA_DIR. */
  JWT_SECRET: z.string().min(32).optional(),
  /** The JWT_SECRET before this one, by which what was sealed under it can still be opened. */
  PREVIOUS_JWT_SECRET: z.string().min(32).optional(),
  /** smtp://user:password@host:port. Absent: mails are kept in DATA_DIR/mail and shown at /dev/mail. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  /** Sender of every mail. */
  MAIL_FROM: z.string().min(3).default('Cocrea <no-reply@localhost>'),
  /** Whether the demo community is loaded into an empty database. Local default: true. */
  DEMO: flag.optional(),
  /** Whether /dev/mail shows the kept mails. Local default: true. */
  MAIL_PAGE: flag.optional(),
  /** Whether the last address of X-Forwarded-For, that of the one reverse proxy in front, is believed. */
  TRUST_PROXY: flag.default(false),
  /** Background jobs run at once in this process. */
  JOB_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(4),
  /** Requests over this many bytes are refused (uploads have limits of their own). */
  BODY_LIMIT: z.coerce.number().int().min(1024).default(262_144),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** The names of all settings. */
export const SETTINGS = Object.keys(settings.shape);

type Settings = z.output<typeof settings>;

/** The validated settings, completed with their derived values. Durations are in seconds. */
export class Config {
  readonly production: boolean;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly mailPage: boolean;
  readonly runsApi: boolean;
  readonly runsWorker: boolean;
  readonly accessTokenSeconds = 15 * 60;
  readonly refreshTokenSeconds = 30 * 24 * 3600;

  constructor(
    readonly settings: Settings,
    readonly databaseUrl: string,
    readonly jwtSecret: string,
  ) {
    this.production = settings.APP_ENV === 'production';
    this.publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
    this.demo = settings.DEMO ?? !this.production;
    this.mailPage = !settings.SMTP_URL && (settings.MAIL_PAGE ?? !this.production);
    this.runsApi = settings.ROLE !== 'worker';
    this.runsWorker = settings.ROLE !== 'api';
  }
}

/**
 * Reads and checks the environment.
 * @throws StartupError that names each wrong setting and why, and in production each missing or forbidden one
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.keys(settings.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new StartupError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const value = parsed.data;
  if (value.APP_ENV === 'production') {
    const problems = [
      !value.JWT_SECRET && 'JWT_SECRET is missing',
      value.JWT_SECRET && new Set(value.JWT_SECRET).size < 10 && 'JWT_SECRET is too simple: use 32 random bytes',
      !value.PUBLIC_URL && 'PUBLIC_URL is missing',
      !value.SMTP_URL && 'SMTP_URL is missing',
      value.DEMO && 'DEMO=true is not allowed',
      value.MAIL_PAGE && 'MAIL_PAGE=true is not allowed',
    ].filter(Boolean);
    if (problems.length > 0) throw new StartupError(`APP_ENV=production: ${problems.join('; ')}`);
  }
  return value;
}
