import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

export type Session = Schemas['Session'];
export type User = Schemas['User'];

/** What a token may do, in words. */
export const SCOPES = {
  read: 'look',
  predict: 'look and ask',
  train: 'look, ask and change',
  admin: 'everything',
} as const;

export type Scope = keyof typeof SCOPES;

const ORDER: readonly Scope[] = ['read', 'predict', 'train', 'admin'];

/** The scopes up to this one: who may change may look and ask, too. */
export const upTo = (scope: Scope): Scope[] => ORDER.slice(0, ORDER.indexOf(scope) + 1);

/** Whether somebody has to log in before anything is shown. */
export const isStranger = ({ login_needed: needed, kind }: Session): boolean => needed && kind === undefined;

/** Whom the server takes this browser for. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.GET('/api/v1/session')),
  staleTime: 60_000,
});

export const login = (name: string, password: string) =>
  answer(api.POST('/api/v1/session', { body: { name, password } }));

export const logout = () => answer(api.DELETE('/api/v1/session'));

export const tokens = queryOptions({ queryKey: ['tokens'], queryFn: () => answer(api.GET('/api/v1/tokens')) });

export const issue = (name: string, scope: Scope) =>
  answer(api.POST('/api/v1/tokens', { body: { name, scopes: upTo(scope) } }));

export const revoke = (id: string) => answer(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }));

export const users = queryOptions({ queryKey: ['users'], queryFn: () => answer(api.GET('/api/v1/users')) });

export const letIn = (name: string, password: string, role: User['role']) =>
  answer(api.POST('/api/v1/users', { body: { name, password, role } }));

export const letOut = (name: string) => answer(api.DELETE('/api/v1/users/{name}', { params: { path: { name } } }));
