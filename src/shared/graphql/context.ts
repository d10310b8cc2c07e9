import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, negotiateLocale } from '../errors/locale.js';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  req: FastifyRequest;
  res: FastifyReply;
  /** language of error messages: of Accept-Language, or English */
  locale: Locale;
  /** this request's DataLoaders, by the class that made them */
  loaders: Map<object, unknown>;
}

export const createContext = (req: FastifyRequest, res: FastifyReply): GraphqlContext => ({
  req,
  res,
  locale: negotiateLocale(req.headers['accept-language']),
  loaders: new Map(),
});
