module.exports = { shared: {} };
