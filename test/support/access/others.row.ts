import { Role } from '../../../src/shared/auth/role.js';
import { newId } from '../../../src/shared/database/ids.js';
import { createUser } from '../accounts.factory.js';
import { createChallenge } from '../challenges.factory.js';
import { createCompany } from '../companies.factory.js';
import { createIdea } from '../ideas.factory.js';
import type { Outcome } from './outcomes.js';
import type { Persona } from './personas.js';
import type { Scene } from './scene.js';

/** Something of somebody else's, of the same role; or of another company, named beside one's own. */
export interface OtherRow {
  title: string;
  by: Persona;
  operation: string;
  vars: (scene: Scene) => Promise<object>;
  outcome: Outcome;
}

export const other =
  (by: Persona) =>
  (title: string, operation: string, outcome: Outcome, vars: OtherRow['vars']): OtherRow => ({
    title,
    by,
    operation,
    vars,
    outcome,
  });
export const input =
  (make: (scene: Scene) => Promise<object>): OtherRow['vars'] =>
  async (scene) => ({ input: await make(scene) });

export const customer = other('customer');
export const moderator = other('moderator');
export const manager = other('manager');
export const owner = other('owner');
export const draft = (scene: Scene) => scene.idea({ visibility: 'DRAFT' });
export const held = (scene: Scene) => scene.idea({ visibility: 'HELD' });
export const TEXT = { title: 'Not mine at all', body: 'But changed.' };
export const INVALID = 'VALIDATION_FAILED';

/** A public company of somebody else's, and what is in it. */
export async function elsewhere({ t }: Scene) {
  const user = await createUser(t);
  const company = await createCompany(t, { owner: user });
  const challenge = await createChallenge(t, company);
  const idea = await createIdea(t, { company, author: user });
  const [rule] = await t.database.query<{ id: string }>('SELECT id FROM rule WHERE company_id = $1', [company.id]);
  return { company, challenge, idea, ruleId: rule!.id };
}

/** A file that the author has uploaded. */
export async function file({ t, author }: Scene, purpose: string): Promise<string> {
  const id = newId();
  await t.database.query(
    `INSERT INTO file (id, owner_id, purpose, kind, filename, mime_type, byte_size, storage_key)
     VALUES ($1, $2, $3, 'IMAGE', 'photo.jpg', 'image/jpeg', 1, $4)`,
    [id, author.id, purpose, id],
  );
  return id;
}

export const comment = async (scene: Scene, visibility: string): Promise<string> => {
  const id = await scene.comment();
  await scene.t.database.query('UPDATE comment SET visibility = $2 WHERE id = $1', [id, visibility]);
  return id;
};
export const managerOf = async (scene: Scene) => (await scene.member(Role.MANAGER)).membershipId;
