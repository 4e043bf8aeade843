import * as namespace from 'jsonc-parser';

/** The bundler takes the library's ES module; Node, which runs the tests, its CommonJS, where all is in `default`. */
const library = (Reflect.get(namespace, 'default') as typeof namespace | undefined) ?? namespace;

/** VS Code's own JSON parser, which knows where things stand in a text and reads on after a mistake. */
export const {
  parseTree,
  getLocation,
  findNodeAtLocation,
  findNodeAtOffset,
  getNodePath,
  getNodeValue,
  printParseErrorCode,
} = library;
export type { JSONPath, Node, ParseError } from 'jsonc-parser';
