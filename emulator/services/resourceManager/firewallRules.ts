import { randomUUID } from 'node:crypto';
import type { Reply } from '../../http/exchange.ts';
import { type Call, route, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { OperationStart } from '../../longRunning/operations.ts';
import type { FirewallRule, Workspace } from '../../store/model.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { isObject, objectBody, objectMember } from '../requestBody.ts';
import { firewallRuleBody } from './bodies.ts';
import { admit, checkedRange, requireRoomFor, setFirewallRule } from './firewallRuleChanges.ts';
import { parentWorkspaceOf, type WorkspaceParameters } from './lookUp.ts';
import { page } from './paging.ts';
import { workspaceId } from './resourceIds.ts';

const inWorkspace =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}';
const all = `${inWorkspace}/firewallRules` as const;
const one = `${all}/{ruleName}` as const;

type RuleCall = Call<keyof WorkspaceParameters | 'ruleName'>;

/** Specification `firewallRule.json`; who answers what and when: recording azure-cli.ip_firewall_rules.json. */
export function firewallRuleRoutes(context: Context): Route[] {
  const { store, operations, clock, firewallDelay } = context;
  const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;
  const effective = (): number => clock() + firewallDelay;

  function begin(
    call: Call,
    workspace: Workspace,
    status: 201 | 202,
    operation: Omit<OperationStart, 'scopePath'>,
    body?: unknown,
  ): Reply {
    return accepted(
      operations.start({ ...operation, scopePath: workspaceId(workspace), fails: call.operationFails }),
      call.request.addressed.urls,
      {
        status,
        ...(body !== undefined && { body }),
        apiVersion: call.apiVersion,
        retryAfter: operations.retryAfter,
        urls: ['status', 'result'],
      },
    );
  }

  function read({ parameters }: RuleCall): Reply {
    const workspace = parentWorkspaceOf(store, parameters);
    const rule = workspace.firewallRules.get(parameters.ruleName);
    if (rule) return { status: 200, body: firewallRuleBody(workspace, rule) };
    throw new ServiceError(404, 'IpFirewallRuleNotFound', `${workspace.name}/${parameters.ruleName}`);
  }

  /** 201 also where the rule exists. */
  function put(call: RuleCall): Reply {
    const workspace = parentWorkspaceOf(store, call.parameters);
    const { ruleName } = call.parameters;
    const range = checkedRange(ruleName, objectMember(objectBody(call.request), 'properties') ?? {});
    const known = workspace.firewallRules.get(ruleName);
    if (!known) requireRoomFor(workspace.firewallRules.size + 1);
    const rule: FirewallRule = {
      name: known?.name ?? ruleName,
      properties: { provisioningState: 'Provisioning', ...range },
    };
    workspace.firewallRules.set(rule.name, rule);
    const operation = {
      succeeded: () => {
        // A later request may have put another rule in its place, or have taken it away.
        if (workspace.firewallRules.get(rule.name) !== rule) return;
        rule.properties.provisioningState = 'Succeeded';
        admit(workspace, rule.name, range, effective());
      },
      failed: () => (rule.properties.provisioningState = 'Failed'),
      result: () => ({ status: 200, body: firewallRuleBody(workspace, rule) }),
    };
    return begin(call, workspace, 201, operation, firewallRuleBody(workspace, rule));
  }

  function remove(call: RuleCall): Reply {
    const workspace = parentWorkspaceOf(store, call.parameters);
    const rule = workspace.firewallRules.get(call.parameters.ruleName);
    if (rule === undefined) return { status: 204 };
    rule.properties.provisioningState = 'Deleting';
    return begin(call, workspace, 202, {
      succeeded: () => {
        if (workspace.firewallRules.get(rule.name) !== rule) return;
        workspace.firewallRules.deleteValue(rule.name, rule);
        admit(workspace, rule.name, undefined, effective());
      },
      failed: () => (rule.properties.provisioningState = 'Succeeded'),
      result: () => ({ status: 204 }),
    });
  }

  function replaceAll(call: Call<keyof WorkspaceParameters>): Reply {
    const workspace = parentWorkspaceOf(store, call.parameters);
    const wanted = Object.entries(objectMember(objectBody(call.request), 'ipFirewallRules') ?? {});
    requireRoomFor(wanted.length);
    const ranges = wanted.map(
      ([name, properties]) => [name, checkedRange(name, isObject(properties) ? properties : {})] as const,
    );
    const operationId = randomUUID();
    return begin(call, workspace, 202, {
      succeeded: () => {
        for (const rule of [...workspace.firewallRules]) {
          workspace.firewallRules.deleteValue(rule.name, rule);
          admit(workspace, rule.name, undefined, effective());
        }
        for (const [name, range] of ranges) setFirewallRule(workspace, name, range, effective());
      },
      failed: () => undefined,
      result: () => ({ status: 200, body: { operationId } }),
    });
  }

  return [
    route({
      ...common,
      operationId: 'IpFirewallRules_ListByWorkspace',
      method: 'GET',
      path: all,
      handle: (call) => {
        const workspace = parentWorkspaceOf(store, call.parameters);
        return page(call, context, workspace.firewallRules, (rule) => firewallRuleBody(workspace, rule));
      },
    }),
    route({ ...common, operationId: 'IpFirewallRules_Get', method: 'GET', path: one, handle: read }),
    route({ ...common, operationId: 'IpFirewallRules_CreateOrUpdate', method: 'PUT', path: one, handle: put }),
    route({ ...common, operationId: 'IpFirewallRules_Delete', method: 'DELETE', path: one, handle: remove }),
    route({
      ...common,
      operationId: 'IpFirewallRules_ReplaceAll',
      method: 'POST',
      path: `${inWorkspace}/replaceAllIpFirewallRules`,
      handle: replaceAll,
    }),
  ];
}
