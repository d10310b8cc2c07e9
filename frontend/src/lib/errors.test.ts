import { CombinedError } from 'urql';
import { linesOf, toProblem } from './errors';

const refused = (message: string, extensions: object) =>
  toProblem(new CombinedError({ graphQLErrors: [{ message, extensions } as never] }));

test('the errors of fields come under the names that forms use', () => {
  const problem = refused('Some fields are wrong.', {
    code: 'VALIDATION_FAILED',
    fields: [
      { path: 'input.title', code: 'TOO_LONG', message: 'At most 120 characters.' },
      { path: 'input.phases[0].endsAt', code: 'ORDER', message: 'Ends before it starts.' },
    ],
  });
  expect(problem).toMatchObject({
    code: 'VALIDATION_FAILED',
    fields: { title: 'At most 120 characters.', 'phases.0.endsAt': 'Ends before it starts.' },
  });
});

test('what the server says is shown as it is, with the number to ask about', () => {
  expect(refused('Voting has ended.', { code: 'CHALLENGE_CLOSED', requestId: 'r1' })).toEqual({
    code: 'CHALLENGE_CLOSED',
    message: 'Voting has ended.',
    requestId: 'r1',
    fields: {},
  });
});

test('an unreachable server is told apart', () => {
  expect(toProblem(new CombinedError({ networkError: new Error('fetch failed') })).code).toBe('OFFLINE');
});

test('what has no field of its own is said for the form as a whole', () => {
  const problem = { code: 'VALIDATION_FAILED', message: 'Check the marked fields.', fields: { title: 'Too long.' } };
  expect(linesOf(problem)).toEqual(['Check the marked fields.']);
  const both = { ...problem, fields: { title: 'Too long.', phases: 'At least one phase.' } };
  expect(linesOf({ ...both, unplaced: ['At least one phase.'] })).toEqual([
    'Check the marked fields.',
    'At least one phase.',
  ]);
});

test('nobody is sent to look for marked fields where none is', () => {
  const problem = { code: 'VALIDATION_FAILED', message: 'Check the marked fields.', fields: { phases: 'None.' } };
  expect(linesOf({ ...problem, unplaced: ['None.'] })).toEqual(['None.']);
});
