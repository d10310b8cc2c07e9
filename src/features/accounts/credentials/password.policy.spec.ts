import { PASSWORD_MAX, passwordProblem } from './password.policy.js';

describe('A password', () => {
  it.each(['password123', 'qwertyuiop', '1234567890', 'PassWord123'])('is refused as common: %s', (password) => {
    expect(passwordProblem(password)).toBe('PASSWORD_TOO_COMMON');
  });

  it.each([
    'P4ssw0rd!!',
    'iloveyou2020',
    'aaaaaaaaaa',
    'abcdefghijkl',
    'contraseña1',
    'verano2024',
    'cocrea2026',
    'forzajuventus',
    'asdfghasdfgh',
  ])('is refused as guessable: %s', (password) => {
    expect(passwordProblem(password)).toBe('PASSWORD_TOO_GUESSABLE');
  });

  it('is refused when it is made of what is known about the person', () => {
    const about = ['elena.rossi@example.org', 'Elena Rossi'];
    expect(passwordProblem('elena.rossi85')).toBe(null);
    expect(passwordProblem('elena.rossi85', about)).toBe('PASSWORD_TOO_GUESSABLE');
    expect(passwordProblem('elena.rossi@example.org', about)).toBe('PASSWORD_TOO_GUESSABLE');
  });

  it.each([
    'a quiet river in May',
    'nubes de tormenta ayer',
    'tre gatti sul tetto',
    'kT7!pw_Qz2rM',
    '雨の日は本を読もう二',
  ])('is accepted: %s', (password) => {
    expect(passwordProblem(password, ['ada@example.org', 'Ada'])).toBe(null);
  });

  it('is judged by its beginning, however long and repetitive it is', () => {
    for (const unit of ['password1', 'a@$!0', 'Ab1!', '1']) {
      const long = unit.repeat(200).slice(0, PASSWORD_MAX);
      expect(passwordProblem(long)).toBe(passwordProblem(long.slice(0, 40)));
    }
  });
});
