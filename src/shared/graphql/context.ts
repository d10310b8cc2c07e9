import type { FastifyReply, FastifyRequest } from 'fastify';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  req: FastifyRequest;
  res: FastifyReply;
  /** this request's DataLoaders, by the class that made them */
  loaders: Map<object, unknown>;
}

export const createContext = (req: FastifyRequest, res: FastifyReply): GraphqlContext => ({
  req,
  res,
  loaders: new Map(),
});
