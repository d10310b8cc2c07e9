import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { Toasts } from '@/components/Toasts';
import { GraphqlProvider } from '@/lib/graphql/provider';

/** What every page stands in. */
export const Providers = ({ children }: { children: ReactNode }) => (
  <I18nProvider i18n={i18n}>
    <GraphqlProvider>{children}</GraphqlProvider>
    <Toasts />
  </I18nProvider>
);
