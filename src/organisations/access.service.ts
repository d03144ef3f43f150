import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';

/** Everything somebody may be allowed, in the words of the rooms. */
export const ACTIONS = [
  'organisation:read',
  'organisation:administer',
  'audit:read',
  'programmes:read',
  'programmes:write',
  'prices:read',
  'prices:write',
  'prices:remove',
  'trajectories:read',
  'trajectories:write',
  'people:read',
  'people:write',
  'runs:read',
  'runs:create',
  'reports:read',
  'reports:create',
] as const;

export type Action = (typeof ACTIONS)[number];

const READING: readonly Action[] = [
  'organisation:read',
  'programmes:read',
  'prices:read',
  'runs:read',
  'reports:read',
];

/**
 * Who may do what: the one table. What is recorded of one person (`people:…`) is for those who work with people; an
 * editor gets along with statuses, tallies and sums (`trajectories:…`).
 */
export const ROLES = {
  administrator: ACTIONS,
  editor: [
    ...READING,
    'programmes:write',
    'prices:write',
    'trajectories:read',
    'trajectories:write',
    'runs:create',
    'reports:create',
  ],
  'case-worker': [...READING, 'trajectories:read', 'trajectories:write', 'people:read', 'people:write'],
  reviewer: READING,
  reader: READING,
} as const satisfies Record<string, readonly Action[]>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

/** What a role allows, of which a key may be given a part. */
export function actionsOf(role: Role, scopes?: readonly string[]): ReadonlySet<string> {
  const allowed: readonly string[] = ROLES[role];
  return new Set(scopes ? allowed.filter((action) => scopes.includes(action)) : allowed);
}

/**
 * The first line of every use case: who may do this.
 *
 * @throws Problem where the actor may not
 */
export function authorise(actor: Actor, action: Action): void {
  if (actor.actions.has(action)) return;
  throw new Problem('forbidden', `Your role and your key do not allow ${action}.`);
}
