import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** The wording of an exception is not a number: names and messages that only go into one are left alone. */
const ignoreMessages = {
  /** @param {{isThrowStatement(): boolean, isStringLiteral(): boolean, parent: any}} path a node of Babel's tree */
  shouldIgnore(path) {
    if (path.isThrowStatement()) return 'wording of an exception';
    const parent = path.parent;
    const isName = path.isStringLiteral()
      && ((parent.type === 'CallExpression' && parent.callee.type === 'Identifier' && /^require/.test(parent.callee.name))
        || (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && parent.id.name === 'where'));
    return isName ? 'name for an exception' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'messages', ignoreMessages)];
