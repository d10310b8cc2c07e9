import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderPart } from '@/test/render';
import { TagInput } from './TagInput';

function Tags() {
  const [tags, setTags] = useState<string[]>([]);
  return <TagInput label="Tags" suggestions={['art']} value={tags} onChange={setTags} />;
}
const field = () => screen.findByRole('combobox', { name: 'Tags' });
const removals = () => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));

test('a longer word may begin like a proposed tag', async () => {
  renderPart(<Tags />);
  await userEvent.type(await field(), 'article{Enter}');
  expect(removals()).toEqual(['Remove article']);
});

test('a tag picked from the proposed ones is added at once', async () => {
  renderPart(<Tags />);
  fireEvent.change(await field(), { target: { value: 'art' } });
  expect(removals()).toEqual(['Remove art']);
});

test('the focus stays among the tags when one is removed, and ends in the field', async () => {
  renderPart(<Tags />);
  await userEvent.type(await field(), 'rye,oven,late,');
  const remove = (tag: string) => screen.getByRole('button', { name: `Remove ${tag}` });
  await userEvent.click(remove('oven'));
  await waitFor(() => expect(remove('late')).toHaveFocus());
  await userEvent.click(remove('late'));
  await waitFor(() => expect(remove('rye')).toHaveFocus());
  await userEvent.click(remove('rye'));
  await waitFor(async () => expect(await field()).toHaveFocus());
});
