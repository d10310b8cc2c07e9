// The compile-time macros, shared by Vite (vite.config.ts) and jest (babel.config.cjs).
const { join } = require('node:path');
const { getConfig } = require('@lingui/conf');

module.exports = [
  // its configuration would otherwise be looked up from the current folder
  [
    '@lingui/babel-plugin-lingui-macro',
    { linguiConfig: getConfig({ configPath: join(__dirname, 'lingui.config.ts') }) },
  ],
  join(__dirname, 'graphql-inline.cjs'),
];
