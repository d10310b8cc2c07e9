/** Whether this device keeps something written that the server does not have: signing out would delete it. */
export const hasUnsent = (): boolean =>
  Object.entries(localStorage).some(([key, value]) => {
    if (/^cocrea-(edit|comment|challenge)\//.test(key)) return true;
    return key.startsWith('cocrea-idea/') && String(value).includes('"ahead":true');
  });
