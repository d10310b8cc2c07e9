// A class in a test is called what it is called in the sheet.
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : name) });
