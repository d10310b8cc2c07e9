import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanySettingsFieldsFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { InviteForm } from '../members/InviteForm';
import { RulesForm } from './RulesForm';
import { SettingsForm } from './SettingsForm';

const company = {
  ...{ __typename: 'Company', id: 'c1', slug: 'forno', name: 'Forno', description: 'Bread.', logoUrl: null },
  ...{ brandColor: '#0b7363', visibility: 'PUBLIC', joinPolicy: 'OPEN', voteMode: 'UP', preModeration: 'NOTHING' },
  ...{ ideaBoxOpen: true, languages: ['EN'], defaultLanguage: 'EN', tags: [], emailDomains: [], guidelines: '' },
  ...{ memberCount: 1, viewerMembership: null, version: 1, answerDays: 14, hideFlaggers: 3, hideWeight: 8.33 },
  brand: { __typename: 'BrandColors', light: {}, dark: {} },
  viewerCan: { __typename: 'CompanyPermissions', join: false, submitToIdeaBox: true, manage: true, moderate: true },
  rules: [
    { __typename: 'Rule', id: 'r1', position: 1, title: 'Be kind', text: '', severity: 'MEDIUM', targetHours: 24 },
  ],
} as unknown as CompanySettingsFieldsFragment;
type Input = { input: Record<string, unknown> };

/** An answer that comes when the test says so. */
function held() {
  let give = (_: object) => {};
  const answer = new Promise<object>((resolve) => (give = resolve));
  return { answer, give };
}

const show = (part: React.ReactElement, api: Api) => {
  fakeApi(api);
  return renderPart(<CompanyProvider company={company}>{part}</CompanyProvider>);
};
const conflict = { errors: [{ message: 'Changed.', extensions: { code: 'CONFLICT' } }] };

beforeEach(() => signInAna());

test('what is written while the settings are saved stays, and is still to be saved', async () => {
  const { answer, give } = held();
  show(<SettingsForm company={company} />, { UpdateCompany: () => answer });
  const name = await screen.findByRole('textbox', { name: /^Name/ });
  await userEvent.type(name, ' Nuovo');
  await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
  await userEvent.type(name, ' Due');
  give({ data: { updateCompany: { ...company, name: 'Forno Nuovo', version: 2 } } });
  expect(await screen.findByText('The settings are saved.')).toBeInTheDocument();
  expect(name).toHaveValue('Forno Nuovo Due');
  expect(screen.getByText('There are changes that are not saved.')).toBeInTheDocument();
});

test('how many days are promised is set here, as a number', async () => {
  const inputs: object[] = [];
  const save = ({ input }: Input) => (inputs.push(input), { data: { updateCompany: { ...company, answerDays: 7 } } });
  show(<SettingsForm company={company} />, { UpdateCompany: save as never });
  const days = await screen.findByRole('spinbutton', { name: 'Days to an answer' });
  await userEvent.clear(days);
  await userEvent.type(days, '7');
  await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(inputs).toEqual([{ companyId: 'c1', version: 1, answerDays: 7 }]));
});

test('where two managers changed the same, it is told in the words of the fields', async () => {
  const theirs = { ...company, version: 2, joinPolicy: 'EMAIL_DOMAIN', logoUrl: '/theirs.png' };
  show(<SettingsForm company={{ ...company, logoUrl: '/former.png' }} />, {
    UpdateCompany: () => conflict,
    CompanySettings: () => ({ data: { company: theirs } }),
  });
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Who may join' }), 'INVITATION');
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
  const both = await screen.findByRole('region', { name: 'Another manager has changed the same settings' });
  expect(within(both).getByText('Theirs: People with an address of certain domains')).toBeInTheDocument();
  expect(within(both).getByText('Mine: Only who is invited')).toBeInTheDocument();
  expect(within(both).getByText('Theirs: A picture')).toBeInTheDocument();
  expect(within(both).getByText('Mine: –')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(screen.getByRole('combobox', { name: 'Who may join' })).toHaveValue('EMAIL_DOMAIN');
  expect(screen.getByRole('button', { name: 'Save settings' })).toBeDisabled();
});

test('a rule that is reworded while it is saved for the first time is not made twice', async () => {
  const { answer, give } = held();
  const inputs: Input['input'][] = [];
  const update = ({ input }: Input) => (inputs.push(input), answer);
  show(<RulesForm company={company} />, { UpdateRules: update as never });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
  const title = screen.getAllByRole('textbox', { name: /^In a few words/ })[1]!;
  await userEvent.type(title, 'No ads');
  await userEvent.click(screen.getByRole('button', { name: 'Save rules' }));
  await userEvent.type(title, ', please');
  const rules = [
    ...company.rules,
    { __typename: 'Rule', id: 'r2', position: 2, title: 'No ads', text: '', severity: 'MEDIUM', targetHours: 24 },
  ];
  give({ data: { updateRules: { ...company, rules } } });
  expect(await screen.findByText('The rules are saved.')).toBeInTheDocument();
  expect(title).toHaveValue('No ads, please');
  await userEvent.click(screen.getByRole('button', { name: 'Save rules' }));
  await waitFor(() => expect(inputs).toHaveLength(2));
  expect(inputs[1]!.rules).toMatchObject([{ id: 'r1' }, { id: 'r2', title: 'No ads, please' }]);
});

test('a rule says how grave it is and how soon somebody looks; the usual hours follow the gravity', async () => {
  const inputs: Input['input'][] = [];
  const update = ({ input }: Input) => (inputs.push(input), { data: { updateRules: company } });
  show(<RulesForm company={company} />, { UpdateRules: update as never });
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'How grave it is' }), 'HIGH');
  const hours = screen.getByRole('spinbutton', { name: 'Hours to a decision' });
  expect(hours).toHaveValue(4);
  await userEvent.clear(hours);
  await userEvent.type(hours, '2');
  await userEvent.click(screen.getByRole('button', { name: 'Save rules' }));
  await waitFor(() => expect(inputs).toHaveLength(1));
  expect(inputs[0]!.rules).toEqual([{ id: 'r1', title: 'Be kind', text: '', severity: 'HIGH', targetHours: 2 }]);
});

test('what hides something is a number of members and a weight, told as who is enough', async () => {
  const inputs: object[] = [];
  const save = ({ input }: Input) => (
    inputs.push(input),
    { data: { updateCompany: { ...company, hideWeight: 12.5 } } }
  );
  show(<SettingsForm company={company} />, { UpdateCompany: save as never });
  const weight = await screen.findByRole('spinbutton', { name: 'What their reports must weigh together' });
  expect(screen.getByText(/5 members of level 1/)).toBeInTheDocument();
  await userEvent.clear(weight);
  await userEvent.type(weight, '12.5');
  expect(screen.getByText(/7 members of level 1/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(inputs).toEqual([{ companyId: 'c1', version: 1, hideWeight: 12.5 }]));
});

test('addresses that are added while others are invited stay', async () => {
  const { answer, give } = held();
  show(<InviteForm open={[]} />, { InviteMember: () => answer });
  const area = await screen.findByRole('textbox', { name: /^E-mail addresses/ });
  await userEvent.type(area, 'ana@example.org');
  await userEvent.click(screen.getByRole('button', { name: 'Invite' }));
  await userEvent.type(area, ' bea@example.org');
  const invited = { __typename: 'Invitation', id: 'n1', email: 'ana@example.org', role: 'CUSTOMER' };
  give({ data: { inviteMember: { ...invited, expiresAt: '2999-01-01', accepted: false, revoked: false } } });
  expect(await screen.findByText(/the invitation is on its way/)).toBeInTheDocument();
  expect(area).toHaveValue('ana@example.org bea@example.org');
});
