import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { Toasts } from '@/components/Toasts';
import { GraphqlProvider } from '@/lib/graphql/provider';
import { theme } from './theme';

/** The browser hides the attribute from scripts that read markup; the property stays readable. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** What every page stands in. */
export const Providers = ({ children }: { children: ReactNode }) => (
  <I18nProvider i18n={i18n}>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce ?? ''}>
      <GraphqlProvider>{children}</GraphqlProvider>
      <Toasts />
    </MantineProvider>
  </I18nProvider>
);
