import { fireEvent, screen } from '@testing-library/react';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { Period } from './Period';

const company = { id: 'c1', slug: 'forno' } as CompanyContextFragment;
const onSearch = jest.fn();

function show() {
  onSearch.mockClear();
  fakeApi({});
  renderPart(
    <CompanyProvider company={company}>
      <Period search={{ from: '2026-01-01', to: '2026-03-01' }} onSearch={onSearch} today="2026-03-01" />
    </CompanyProvider>,
  );
}

beforeEach(() => signInAna());

test('a year can be typed: the date is taken when it is complete', async () => {
  show();
  const from = await screen.findByLabelText('From');
  for (const value of ['0002-01-01', '0020-01-01', '0202-01-01', '2025-01-01']) {
    fireEvent.change(from, { target: { value } });
    expect(from).toHaveValue(value);
  }
  expect(onSearch).not.toHaveBeenCalled();
  fireEvent.blur(from);
  expect(onSearch).toHaveBeenCalledTimes(1);
  expect(onSearch).toHaveBeenCalledWith(expect.objectContaining({ from: '2025-01-01', to: '2026-03-01' }));
});

test('half a date, and a period that ends before it begins, are not taken', async () => {
  show();
  const to = await screen.findByLabelText('To');
  for (const value of ['', '2025-12-31']) {
    fireEvent.change(to, { target: { value } });
    fireEvent.blur(to);
    expect(to).toHaveValue('2026-03-01');
  }
  expect(onSearch).not.toHaveBeenCalled();
});
