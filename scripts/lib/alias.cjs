// The pages' short name for frontend/src, in the only form that the architecture check reads.
const path = require('node:path');

module.exports = { resolve: { alias: { '@': path.resolve(__dirname, '../../frontend/src') } } };
