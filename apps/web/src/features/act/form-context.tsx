import { createContext, use } from 'react';
import type { Json } from '../../parts/words';
import type { FieldSchema } from './schema';

/** An officer to choose from. */
export interface Choosable {
  id: string;
  name: string;
  posts: string[];
}

/** What the fields of one form share. */
export interface FormShared {
  valueAt(pointer: string): Json | undefined;
  change(pointer: string, value: Json): void;
  /** Chinese messages on the field and on nothing inside it. */
  faultsAt(pointer: string): string[];
  officers: readonly Choosable[];
}

export const FormContext = createContext<FormShared | null>(null);

/** The form around a field; a field without one is a bug. */
export function useForm(): FormShared {
  const form = use(FormContext);
  if (!form) throw new Error('a field stands outside of a form');
  return form;
}

/** One field of a form, whatever its shape: place, schema, and whether it must be filled in. */
export interface FieldShown {
  name: string;
  pointer: string;
  schema: FieldSchema;
  isRequired: boolean;
}
