export { answered, api, freshKey, keyed, versioned, type Schemas } from './client';
export { Problem, problemOf, type FieldFault, type Refusal } from './problem';
