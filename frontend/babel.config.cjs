// For jest only: Vite runs the macros itself.
module.exports = (api) => {
  api.cache(true);
  return {
    presets: [
      ['@babel/preset-env', { targets: { node: 'current' } }],
      ['@babel/preset-react', { runtime: 'automatic' }],
      '@babel/preset-typescript',
    ],
    plugins: require('./babel.macros.cjs'),
  };
};
