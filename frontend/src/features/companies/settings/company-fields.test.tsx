import { useForm } from '@mantine/form';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '@/test/render';
import { AboutFields, type AboutValues, LogoField } from './company-fields';

const initialValues: AboutValues = {
  name: 'Forno',
  description: '',
  languages: ['ES'],
  defaultLanguage: 'ES',
  brandColor: '#0b7363',
  visibility: 'PUBLIC',
};

function About({ onValues }: { onValues: (values: AboutValues) => void }) {
  const form = useForm({ initialValues, onValuesChange: onValues });
  return <AboutFields form={form} logoUrl="/logo.png" />;
}

test('the main language is always one of those that are spoken', async () => {
  const onValues = jest.fn();
  renderPart(<About onValues={onValues} />);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Italiano' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Español' }));
  expect(onValues.mock.lastCall?.[0]).toMatchObject({ languages: ['IT'], defaultLanguage: 'IT' });
});

test('who takes the change back has the logo back, too', async () => {
  function Discarding() {
    const form = useForm({ initialValues });
    return (
      <>
        <LogoField form={form} logoUrl="/logo.png" />
        <button onClick={() => form.setValues({ logoFileId: undefined })}>Discard</button>
      </>
    );
  }
  const { container } = renderPart(<Discarding />);
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  expect(container.querySelector('img')).toBeNull();
  // what had the focus is gone
  await waitFor(() => expect(screen.getByLabelText(/Choose a logo/)).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(container.querySelector('img')).toHaveAttribute('src', '/logo.png');
});

test('a logo can be taken away again', async () => {
  const onValues = jest.fn();
  renderPart(<About onValues={onValues} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  expect(onValues.mock.lastCall?.[0]).toMatchObject({ logoFileId: null });
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
});
