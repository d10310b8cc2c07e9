import { newId } from '../../src/shared/database/ids.js';
import type { TestApp } from './app.js';

/** Gives notice of illegal content, as somebody without an account. @returns its receipt */
export async function fileNotice(t: TestApp, item: object): Promise<string> {
  const { data, errors } = await t.ask<{ fileNotice: { token: string } }>(
    'mutation ($input: FileNoticeInput!) { fileNotice(input: $input) { token } }',
    {
      input: {
        ...item,
        explanation: 'The second sentence calls a named person a thief.',
        name: 'Rita Perez',
        email: `${newId()}@example.org`,
        goodFaith: true,
      },
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.fileNotice.token;
}
