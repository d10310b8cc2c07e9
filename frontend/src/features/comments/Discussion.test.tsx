import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endSession } from '@/lib/session';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { Discussion } from './Discussion';

const person = (id: string, displayName: string) => ({
  __typename: 'User',
  id,
  displayName,
  avatarUrl: null,
  erased: false,
});
const ana = person('u1', 'Ana');
const pages = (nodes: object[], endCursor: string | null = null) => ({
  __typename: 'CommentConnection',
  edges: nodes.map((node) => ({ __typename: 'CommentEdge', node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
});
const comment = (id: string, text: string, more: object = {}) => ({
  __typename: 'Comment',
  id,
  parentId: null,
  rootId: null,
  fromCompany: false,
  bodyHtml: `<p>${text}</p>`,
  language: 'EN',
  visibility: 'PUBLISHED',
  holdReason: null,
  rejectionReason: null,
  appreciationCount: 0,
  viewerAppreciates: false,
  replyCount: 0,
  depth: 0,
  createdAt: '2026-05-01T10:00:00Z',
  editedAt: null,
  author: person('u2', 'Bruno'),
  inReplyTo: null,
  moderationTrace: null,
  viewerCan: { __typename: 'CommentPermissions', edit: false, delete: false, reply: true, appreciate: true },
  replies: pages([]),
  ...more,
});
const idea = (comments: object[], may = true, endCursor: string | null = null) => ({
  data: {
    idea: {
      __typename: 'Idea',
      id: 'i1',
      commentCount: comments.length,
      company: { __typename: 'Company', id: 'c1', slug: 'forno', name: 'Forno', defaultLanguage: 'EN' },
      viewerCan: { __typename: 'IdeaPermissions', comment: may },
      comments: pages(comments, endCursor),
    },
  },
});
const added = (text: string, more: object = {}) => ({
  data: {
    addComment: comment('new', text, { author: ana, idea: { __typename: 'Idea', id: 'i1', commentCount: 2 }, ...more }),
  },
});

function show(api: Api) {
  const asked = fakeApi(api);
  renderPart(<Discussion ideaId="i1" />);
  return asked;
}

const field = () => screen.findByRole('textbox', { name: 'Your comment' });
const send = () => userEvent.click(screen.getByRole('button', { name: 'Comment' }));

beforeEach(() => {
  localStorage.clear();
  signInAna();
});

test('what is written while a comment is sent stays', async () => {
  let answer = (_: object) => {};
  const sent = new Promise<object>((resolve) => (answer = resolve));
  show({ DiscussionOf: () => idea([]), AddComment: () => sent });
  await userEvent.type(await field(), 'Second');
  await send();
  await userEvent.type(await field(), ', and third');
  answer(added('Second'));
  expect(await screen.findByText('Your comment is published.')).toBeInTheDocument();
  expect(await field()).toHaveValue('Second, and third');
});

test('a new comment stands first, is announced, and has the focus', async () => {
  show({ DiscussionOf: () => idea([comment('a', 'First')]), AddComment: () => added('Second') });
  await userEvent.type(await field(), 'Second');
  await send();
  expect(await screen.findByText('Your comment is published.')).toBeInTheDocument();
  const [first, second] = await screen.findAllByRole('article');
  expect(first).toHaveTextContent('Second');
  expect(second).toHaveTextContent('First');
  await waitFor(() => expect(first).toHaveFocus());
  expect(await field()).toHaveValue('');
});

test('a held comment is shown to its author, with the reason', async () => {
  const held = { visibility: 'HELD', holdReason: 'NEWCOMER' };
  show({ DiscussionOf: () => idea([]), AddComment: () => added('Hello', held) });
  await userEvent.type(await field(), 'Hello');
  await send();
  expect(await screen.findByText('Waiting for a review.')).toBeInTheDocument();
  expect(screen.getByText(/The first comments of new members/)).toBeInTheDocument();
});

test('a refused comment stays in the field, beside the reason', async () => {
  const errors = [{ message: 'Comments are not open here now.', extensions: { code: 'COMMENTING_CLOSED' } }];
  show({ DiscussionOf: () => idea([]), AddComment: () => ({ errors }) });
  await userEvent.type(await field(), 'Hello');
  await send();
  expect(await screen.findByRole('alert')).toHaveTextContent('Comments are not open here now.');
  expect(await field()).toHaveValue('Hello');
});

test('what was not sent is there after a reload', async () => {
  localStorage.setItem('cocrea-comment/u1/i1', 'Half a thought');
  show({ DiscussionOf: () => idea([]) });
  expect(await field()).toHaveValue('Half a thought');
});

test('a member is picked with the keyboard, and sent as a mention', async () => {
  const sent: string[] = [];
  const member = { __typename: 'Membership', id: 'm', user: person('0198c0de-0000-7000-8000-000000000001', 'Bea Gil') };
  show({
    DiscussionOf: () => idea([]),
    MembersToMention: () => ({
      data: {
        companyMembers: { __typename: 'MembershipConnection', edges: [{ __typename: 'MembershipEdge', node: member }] },
      },
    }),
    AddComment: (variables: object) => {
      sent.push((variables as { input: { body: string } }).input.body);
      return added('x');
    },
  });
  await userEvent.type(await field(), 'Thanks @Be');
  expect(await screen.findByRole('option', { name: /Bea Gil/ })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  expect(await field()).toHaveValue('Thanks @Bea Gil ');
  await send();
  await waitFor(() => expect(sent).toEqual(['Thanks @[Bea Gil](user:0198c0de-0000-7000-8000-000000000001) ']));
});

test('a deleted comment leaves an empty place only where others answer it', async () => {
  const gone = { visibility: 'DELETED', author: null, bodyHtml: '' };
  const answer = comment('r', 'I agree', { parentId: 'a', rootId: 'a', depth: 1 });
  show({
    DiscussionOf: () =>
      idea([comment('a', '', { ...gone, replyCount: 1, replies: pages([answer]) }), comment('b', '', gone)]),
  });
  expect(await screen.findAllByText('This comment was deleted by its author.')).toHaveLength(1);
  expect(screen.getByText('I agree')).toBeInTheDocument();
});

test('thanks count at once', async () => {
  show({
    DiscussionOf: () => idea([comment('a', 'First', { appreciationCount: 4 })]),
    AppreciateComment: () => new Promise(() => undefined),
  });
  const one = await screen.findByRole('article');
  await userEvent.click(within(one).getByRole('button', { name: /^Appreciate/ }));
  const button = await within(one).findByRole('button', { name: 'Appreciate. Appreciated by 5 people' });
  expect(button).toHaveAttribute('aria-pressed', 'true');
});

test('visitors are asked to sign in', async () => {
  endSession();
  show({ DiscussionOf: () => idea([], false) });
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeInTheDocument();
});

test('an answer on the first page of a long discussion leaves the others where they are', async () => {
  const answer = { parentId: 'a', rootId: 'a', depth: 1 };
  show({
    DiscussionOf: ({ after }: { after?: string }) =>
      after ? idea([comment('b', 'Second')]) : idea([comment('a', 'First')], true, '1'),
    AddComment: () => added('I agree', answer),
    AppreciateComment: () => new Promise(() => undefined),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  await screen.findByText('Second');
  await userEvent.click(screen.getAllByRole('button', { name: 'Reply' })[0]!);
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Your reply to Bruno' }),
    'I agree{Control>}{Enter}{/Control}',
  );
  expect(await screen.findByText('Your comment is published.')).toBeInTheDocument();
  const articles = await screen.findAllByRole('article');
  expect(articles.map(({ textContent }) => /First|I agree|Second/.exec(textContent)?.[0])).toEqual([
    'First',
    'I agree',
    'Second',
  ]);
  // the list still follows the cache
  await userEvent.click(within(articles[2]!).getByRole('button', { name: /^Appreciate/ }));
  expect(await screen.findByRole('button', { name: 'Appreciate. Appreciated by 1 person' })).toBeInTheDocument();
});

const own = {
  author: ana,
  viewerCan: { __typename: 'CommentPermissions', edit: true, delete: false, reply: true, appreciate: false },
};

test('a change that was given up does not come back', async () => {
  const text = { __typename: 'Comment', id: 'a', body: 'First', version: 1 };
  show({ DiscussionOf: () => idea([comment('a', 'First', own)]), CommentText: () => ({ data: { comment: text } }) });
  const edit = async () => userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const editor = () => screen.findByRole('textbox', { name: 'Edit your comment' });
  await edit();
  await userEvent.type(await editor(), ' and more');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await edit();
  expect(await editor()).toHaveValue('First');
});

test('a change of a text that has changed since is not taken up again', async () => {
  localStorage.setItem('cocrea-comment/u1/edit/a/1', 'First and more');
  const text = { __typename: 'Comment', id: 'a', body: 'First, better', version: 2 };
  show({ DiscussionOf: () => idea([comment('a', 'First', own)]), CommentText: () => ({ data: { comment: text } }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  expect(await screen.findByRole('textbox', { name: 'Edit your comment' })).toHaveValue('First, better');
});
