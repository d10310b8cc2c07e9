import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { SearchField } from './SearchField';

const asked = jest.fn();

/** A page whose filter can be chosen while words are typed. */
function Part() {
  const [search, setSearch] = useState({ q: '', status: 'any' });
  return (
    <I18nProvider i18n={i18n}>
      <SearchField
        value={search.q}
        onChange={(q) => {
          asked({ ...search, q });
          setSearch({ ...search, q });
        }}
      />
      <button type="button" onClick={() => setSearch({ q: search.q, status: 'planned' })}>
        Planned
      </button>
      <button type="button" onClick={() => setSearch({ q: '', status: 'any' })}>
        Clear
      </button>
    </I18nProvider>
  );
}

const field = () => screen.getByRole('searchbox');
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const wait = () => act(() => jest.advanceTimersByTime(1000));

beforeEach(() => {
  jest.useFakeTimers();
  asked.mockClear();
  render(<Part />);
});
afterEach(() => jest.useRealTimers());

test('a pause after a space does not take the space away', () => {
  type('free ');
  wait();
  expect(asked).toHaveBeenLastCalledWith({ q: 'free', status: 'any' });
  expect(field()).toHaveValue('free ');
});

test('a filter chosen while words wait to be looked for stays chosen', () => {
  type('bread');
  fireEvent.click(screen.getByText('Planned'));
  wait();
  expect(asked).toHaveBeenLastCalledWith({ q: 'bread', status: 'planned' });
});

test('words cleared from outside are gone from the field', () => {
  type('bread');
  wait();
  fireEvent.click(screen.getByText('Clear'));
  expect(field()).toHaveValue('');
});
