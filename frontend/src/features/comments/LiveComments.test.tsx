import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '@/test/render';
import { LiveComments, type NewComment } from './LiveComments';

type Change = { whole?: boolean; comments?: NewComment[] };
let mockHear: ((change: Change) => void) | undefined;

jest.mock('@/lib/live/use-live', () => ({
  useLive: (_asked: object, hear: (change: Change) => void) => (mockHear = hear),
}));

let opened: NewComment[] = [];
const show = (shown: string[] = []) =>
  renderPart(
    <LiveComments companyId="c1" ideaId="i1" shown={new Set(shown)} onShow={(comments) => (opened = comments)} />,
  );
async function told(change: Change) {
  await waitFor(() => expect(mockHear).toBeDefined());
  act(() => mockHear!({ whole: false, comments: [], ...change }));
}
const news = (label: string) => screen.findByRole('button', { name: label }, { timeout: 5000 });

beforeEach(() => {
  mockHear = undefined;
  opened = [];
});

test('what there was is not new; what comes then waits until one wants to see it', async () => {
  show();
  await told({ whole: true, comments: [{ id: 'old' }] });
  await told({ comments: [{ id: 'a' }] });
  await told({ comments: [{ id: 'b', rootId: 'a' }] });
  await userEvent.click(await news('2 new comments'));
  expect(opened).toEqual([{ id: 'a' }, { id: 'b', rootId: 'a' }]);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  // above the place where they appear
  expect(document.activeElement).toContainElement(screen.getByRole('status'));
  expect(document.body).not.toHaveFocus();
});

test('after a gap only what was not there before is new, and what is on the page never is', async () => {
  show(['mine']);
  await told({ whole: true, comments: [{ id: 'old' }] });
  await told({ comments: [{ id: 'mine' }] });
  await told({ whole: true, comments: [{ id: 'old' }, { id: 'mine' }, { id: 'missed' }] });
  expect(await news('1 new comment')).toBeInTheDocument();
});

test('who listens is told of them', async () => {
  show();
  await told({ whole: true });
  await told({ comments: [{ id: 'a' }] });
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 new comment'), { timeout: 9000 });
}, 20_000);
