import { districtLength } from './address-pass';
import { isCreditCode, isIdCard15, isIdCard18 } from './checksums';
import { type KnownPerson, type KnownValues, personRoles, type RedactionProfile } from './profile';
import { compoundSurnames } from './surnames';
import { readingOf } from './value-index';

/** A value the case knows: removed with a replacement, or, without one, to be left as it is. */
export interface KnownEntry {
  readonly value: string;
  readonly replacement: string | undefined;
}

/** The masked form of a name: its surname (or first character) and the tail of the profile. */
export function maskedName(name: string, tail: string): string {
  const surname = compoundSurnames.has(name.slice(0, 2)) ? name.slice(0, 2) : [...name][0];
  return `${surname}${tail}`;
}

/** Everything known; a value that one person keeps and another must lose is removed. */
export function knownEntries(known: KnownValues, profile: RedactionProfile): KnownEntry[] {
  const generic = (known.values ?? []).map((value) => ({ value, replacement: profile.rules.known.replacement }));
  const byReading = new Map<string, KnownEntry>();
  for (const entry of [...generic, ...(known.persons ?? []).flatMap((person) => entriesOf(person, profile))]) {
    const reading = readingOf(entry.value);
    const present = byReading.get(reading);
    if (reading && (!present || present.replacement === undefined)) byReading.set(reading, entry);
  }
  return [...byReading.values()];
}

function entriesOf(person: KnownPerson, profile: RedactionProfile): KnownEntry[] {
  const treatment = profile.roles[person.role ?? 'witness'];
  const removed = profile.rules.known.replacement;
  const entries: KnownEntry[] = [];
  if (person.name) entries.push({ value: person.name, replacement: nameReplacement(person.name, treatment.name, profile) });
  if (person.idNumber) {
    const goes = treatment.idNumber === 'remove' ? !isCreditCode(readingOf(person.idNumber)) : isPersonal(person.idNumber);
    entries.push({ value: person.idNumber, replacement: goes ? removed : undefined });
  }
  if (person.phone) entries.push({ value: person.phone, replacement: treatment.phone === 'remove' ? removed : undefined });
  if (person.address) entries.push(...addressEntries(person.address, treatment.address, removed));
  return entries;
}

/** An identity number belongs to nobody's office; a certificate number or credit code does. */
function isPersonal(idNumber: string): boolean {
  const reading = readingOf(idNumber);
  return !isCreditCode(reading) && (isIdCard18(reading) || isIdCard15(reading) || reading.length === 18);
}

function nameReplacement(
  name: string, treatment: 'keep' | 'surname' | 'remove', profile: RedactionProfile,
): string | undefined {
  if (treatment === 'keep') return undefined;
  return treatment === 'surname' ? maskedName(name, profile.maskedNameTail) : profile.removedName;
}

/** The text may give the address without province or city: what lies below the district is wanted by itself. */
function addressEntries(address: string, treatment: 'keep' | 'district' | 'remove', removed: string): KnownEntry[] {
  if (treatment === 'keep') return [{ value: address, replacement: undefined }];
  const district = address.slice(0, districtLength(address));
  const below = address.slice(district.length);
  const whole = { value: address, replacement: treatment === 'district' ? district + removed : removed };
  return district && readingOf(below).length >= 4 ? [whole, { value: below, replacement: removed }] : [whole];
}

/** Reads untrusted JSON as known values. Returns the faults as Chinese sentences where it is not of that shape. */
export function parseKnown(input: unknown): { known: KnownValues; faults: string[] } {
  if (!isRecord(input)) return { known: {}, faults: ['已知值文件须为 JSON 对象'] };
  const faults = Object.keys(input).filter((key) => key !== 'persons' && key !== 'values').map((key) => `未知字段 ${key}`);
  const persons = input.persons ?? [];
  const values = input.values ?? [];
  if (!Array.isArray(persons) || !Array.isArray(values)) return { known: {}, faults: [...faults, 'persons 与 values 须为数组'] };
  persons.forEach((person: unknown, i) => faults.push(...personFaults(person).map((fault) => `persons[${i}] ${fault}`)));
  values.forEach((value: unknown, i) => {
    if (typeof value !== 'string' || readingOf(value).length < 2) faults.push(`values[${i}] 须为不少于两个字符的文本`);
  });
  return { known: { persons: persons as KnownPerson[], values: values as string[] }, faults };
}

const isRecord = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

function personFaults(person: unknown): string[] {
  if (!isRecord(person)) return ['须为对象'];
  const { role, ...texts } = person;
  const faults: string[] = [];
  if (role !== undefined && !(personRoles as readonly unknown[]).includes(role)) faults.push(`role 不在 ${personRoles.join(' ')} 之内`);
  for (const [key, value] of Object.entries(texts)) {
    if (!['name', 'idNumber', 'phone', 'address'].includes(key)) faults.push(`未知字段 ${key}`);
    else if (typeof value !== 'string') faults.push(`${key} 须为文本`);
    else if (value !== '' && readingOf(value).length < 2) faults.push(`${key} 少于两个字符`);
  }
  return faults;
}
