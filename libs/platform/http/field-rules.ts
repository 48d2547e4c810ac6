import { Transform } from 'class-transformer';
import { Matches, registerDecorator, ValidateIf } from 'class-validator';
import { parseDay } from '@sanzhi/kernel';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** The field may be left out; null is not leaving it out. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A legal day, `YYYY-MM-DD`, that exists. */
export const IsLegalDay = (): PropertyDecorator =>
  checked('isLegalDay', '应为日期，如 2025-06-01', (value) => typeof value === 'string' && parseDay(value) !== null);

/** An instant with its zone, `2025-06-01T09:00:00+08:00`. */
export const IsInstant = (): PropertyDecorator =>
  checked('isInstant', '应为带时区的时间，如 2025-06-01T09:00:00+08:00', isInstant);

/** Code of an organ or officer, as the import columns write it. */
export const IsCode = (): PropertyDecorator => Matches(/^[\w.\-]{1,64}$/, { message: '应为 1 至 64 位字母、数字或 . _ -' });

/** A free object, handed on as it came: its own JSON Schema judges it later. */
export const AsItCame = (): PropertyDecorator =>
  Transform(({ obj, key }) => (obj as Record<string, unknown>)[key], { toClassOnly: true });

/** A whole number in a query, where everything is text; what is no number stays as it is and is refused. */
export const NumberInQuery = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value));

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  return parseDay(value.slice(0, 10)) !== null && !Number.isNaN(Date.parse(value));
}

function checked(name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return (target, property) =>
    registerDecorator({ name, target: target.constructor, propertyName: String(property), options: { message }, validator: { validate } });
}
