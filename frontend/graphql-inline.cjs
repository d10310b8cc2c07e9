// Babel plugin: graphql(`query … ...Row`) becomes graphql("minified query with every fragment it needs").
// Codegen wrote the texts; so each chunk carries only its own documents, as text.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

let texts;
const read = () => (texts = JSON.parse(readFileSync(join(__dirname, 'src/gql/documents.json'), 'utf8')));

module.exports = ({ types: t }) => ({
  visitor: {
    CallExpression(path) {
      const {
        callee,
        arguments: [source],
      } = path.node;
      if (!t.isIdentifier(callee, { name: 'graphql' }) || !t.isTemplateLiteral(source) || source.expressions.length)
        return;
      const key = source.quasis[0].value.cooked;
      const text = (texts ?? read())[key] ?? read()[key];
      if (!text)
        throw path.buildCodeFrameError(
          'This GraphQL document is not in src/gql/documents.json: run "npm run codegen".',
        );
      path.node.arguments[0] = t.stringLiteral(text);
    },
  },
});
