import type { UnitContext } from '@sanzhi/platform/ports';

/** The context of somebody whose organ is not known yet: no row of any organ can be read or written. */
export const atTheDoor: UnitContext = { organ: '', readable: [], actor: 'door' };
