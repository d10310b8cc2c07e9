module.exports = { catalogues: {} };
