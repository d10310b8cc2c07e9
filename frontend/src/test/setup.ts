import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';
import { i18n } from '@lingui/core';

// a busy machine is slow, not wrong
configure({ asyncUtilTimeout: 15_000 });
i18n.loadAndActivate({ locale: 'en', messages: {} });
