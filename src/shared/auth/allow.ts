import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.js';

export const ACCESS = Symbol('access');

/** Anybody may call this operation, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, 'public');

/** Only signed-in users may call this operation; its service asks for the rest of the permission. */
export const Allow = (permission: Permission): MethodDecorator => SetMetadata(ACCESS, permission);
