import { inputOf } from '../challenge-values';
import { planRefusal } from '../plan';
import { FRAMES, fromTemplate, TEMPLATES, type TemplateText } from './templates';

const LANGUAGES = ['EN', 'ES', 'IT'] as const;
const cases = LANGUAGES.flatMap((language) => TEMPLATES.map((name) => [name, language] as const));
const headings = (brief: string) => brief.split('\n').filter((line) => line.startsWith('## ')).length;

test.each(cases)('the template “%s” in %s is a challenge that could be published', async (name, language) => {
  const made = await fromTemplate(name, { language, company: 'Forno', locale: language.toLowerCase() });
  expect(made.language).toBe(language);
  expect(made.criteria.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100);
  expect(made.phases.map(({ kind }) => kind)).toEqual(FRAMES[name].phases.map(({ kind }) => kind));
  expect(planRefusal(made.phases, { now: Date.now(), isPublic: false, publishAt: null })).toBeNull();
  expect(made.title.length).toBeLessThanOrEqual(140);
  expect(made.summary.length).toBeLessThanOrEqual(300);
  expect(made.terms).toContain('Forno');
  const { prizes } = inputOf(made, language.toLowerCase());
  expect(prizes).toHaveLength(FRAMES[name].prizes.length);
  for (const prize of prizes) expect('amountMinor' in prize ? prize.amountMinor : 1).toBeGreaterThan(0);
});

test('the languages of a template have the same parts', async () => {
  const shapes = await Promise.all(
    LANGUAGES.map(async (language) => {
      const made = (await import(`./texts.${language.toLowerCase()}`)) as { texts: Record<string, TemplateText> };
      return TEMPLATES.map((name) => {
        const { brief, criteria, prizes } = made.texts[name]!;
        return [headings(brief), criteria.map(({ weight }) => weight), prizes.length];
      });
    }),
  );
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(shapes[0]);
});
