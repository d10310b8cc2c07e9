import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CompanyProvider } from '@/lib/company';
import { author, company, conflict, editor, setUp } from '@/test/answer-queue';
import { type Answer, fakeApi, renderPart } from '@/test/render';
import { AnswerBox } from './AnswerBox';
import { RepliesPage } from './RepliesPage';

setUp();

/** The version that was sent; the server takes only its own. */
const versionOf = (variables: object) => (variables as { input: { version: number } }).input.version;

test('on an idea’s page, who was told of a change sends the same words once more', async () => {
  let version = 1;
  fakeApi({
    IdeaToAnswer: () => ({
      data: {
        idea: {
          __typename: 'Idea',
          ...{ id: 'i1', version, title: 'Rye bread', status: 'OPEN', language: 'EN', author },
          company: { __typename: 'Company', id: 'c1', slug: 'forno', name: 'Forno' },
          viewerCan: { __typename: 'IdeaPermissions', answer: true },
        },
      },
    }),
    SavedReplies: () => ({ data: { savedReplies: [] } }),
    AnswerIdea: (variables): Answer =>
      versionOf(variables) === version
        ? { data: { answerIdea: { __typename: 'Idea', id: 'i1', status: 'PLANNED', version: 3 } } }
        : conflict,
  });
  renderPart(<AnswerBox ideaId="i1" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Answer for the company' }));
  await userEvent.type(await editor(), 'In spring.');
  version = 2;
  const publish = screen.getByRole('button', { name: 'Publish the answer' });
  await userEvent.click(publish);
  expect(await screen.findByText('Changed meanwhile.')).toBeInTheDocument();
  expect(await editor()).toHaveValue('In spring.');
  await userEvent.click(publish);
  expect(await screen.findByText('The answer is public.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Answer for the company' })).toHaveFocus();
});

function showReplies() {
  const reply = {
    __typename: 'SavedReply',
    ...{ id: 'r1', title: 'Thanks', body: 'Thank you!', language: 'EN', usedCount: 0, lastUsedAt: null, version: 1 },
  };
  fakeApi({
    SavedReplies: () => ({ data: { savedReplies: [{ ...reply }] } }),
    UpdateSavedReply: (variables): Answer =>
      versionOf(variables) === reply.version
        ? { data: { updateSavedReply: { ...reply, ...(variables as unknown as { input: object }).input, version: 9 } } }
        : conflict,
  });
  const { unmount } = renderPart(
    <CompanyProvider company={company}>
      <RepliesPage />
    </CompanyProvider>,
  );
  return { reply, unmount };
}
const text = () => screen.findByRole('textbox', { name: 'Text' });
const edit = async () => userEvent.click(await screen.findByRole('button', { name: 'Edit “Thanks”' }));

test('a saved reply that is being changed survives a reload; Cancel discards it and gives the focus back', async () => {
  const { unmount } = showReplies();
  await edit();
  await userEvent.type(await text(), ' So much.');
  unmount();
  showReplies();
  await edit();
  expect(await text()).toHaveValue('Thank you! So much.');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit “Thanks”' })).toHaveFocus());
  await edit();
  expect(await text()).toHaveValue('Thank you!');
});

test('a text that was kept never falls unasked upon what somebody else has written since', async () => {
  const { unmount } = showReplies();
  await edit();
  await userEvent.type(await text(), ' So much.');
  unmount();
  const { reply } = showReplies();
  reply.version = 2;
  await edit();
  const save = screen.getByRole('button', { name: 'Save the reply' });
  await userEvent.click(save);
  expect(await screen.findByText('Changed meanwhile.')).toBeInTheDocument();
  expect(await text()).toHaveValue('Thank you! So much.');
  await userEvent.click(save);
  expect(await screen.findByText('The reply is saved.')).toBeInTheDocument();
});
