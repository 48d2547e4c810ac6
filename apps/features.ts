import type { DynamicModule, Type } from '@nestjs/common';
import { CaseworkModule } from '@sanzhi/casework';
import { IdentityModule } from '@sanzhi/identity';
import { RecordModule } from '@sanzhi/record';

/** The features of every process: api, worker and command line load the same. */
export const FEATURES: (Type | DynamicModule)[] = [IdentityModule, RecordModule, CaseworkModule];
