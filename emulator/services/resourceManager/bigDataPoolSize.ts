import { numberMember, objectMember, stringMember, type JsonObject } from '../requestBody.ts';
import { invalid } from './validation.ts';

/** Of the specification (`nodeSize` in bigDataPool.json). */
const nodeSizes = ['None', 'Small', 'Medium', 'Large', 'XLarge', 'XXLarge', 'XXXLarge'];
/** Source: Azure's documentation of Spark pool configurations. */
const [fewest, most] = [3, 200];
const [shortest, longest] = [5, 10_080];

/**
 * Node size, number of nodes and auto-pause of a Spark pool as a PUT has them. A number that does not count is not
 * looked at: that of nodes while the pool scales by itself, those of what is switched off (recorded as zeros).
 *
 * @throws ServiceError 400
 */
export function validateBigDataPoolSize(properties: JsonObject): void {
  const nodeSize = stringMember(properties, 'nodeSize');
  if (nodeSize !== undefined && !nodeSizes.includes(nodeSize)) {
    throw refused('InvalidNodeSize', `'${nodeSize}' is no node size. Node sizes: ${nodeSizes.join(', ')}.`);
  }
  const autoScale = objectMember(properties, 'autoScale') ?? {};
  if (autoScale['enabled'] === true) {
    const least = inRange(autoScale, 'minNodeCount', fewest, most);
    inRange(autoScale, 'maxNodeCount', least, most);
  } else if (properties['nodeCount'] !== undefined) {
    inRange(properties, 'nodeCount', fewest, most);
  }
  const autoPause = objectMember(properties, 'autoPause') ?? {};
  if (autoPause['enabled'] === true) inRange(autoPause, 'delayInMinutes', shortest, longest);
}

function inRange(holder: JsonObject, name: string, least: number, greatest: number): number {
  const number = numberMember(holder, name);
  if (number !== undefined && Number.isInteger(number) && number >= least && number <= greatest) return number;
  throw refused('InvalidProperty', `'${name}' must be a whole number from ${least} to ${greatest}.`);
}

const refused = (code: string, message: string) => invalid('Spark pool', code, message);
