import 'reflect-metadata';

/** What is known about one environment variable: `.env.example` and the reading are both made from it. */
export interface Setting {
  /** Name of the environment variable. */
  variable: string;
  /** What it is for, with unit and default (one English sentence). */
  about: string;
  /** Property of the configuration that holds it. */
  property: string;
  /** How the text becomes a value; text stays text when left out. */
  kind?: 'integer';
}

const SETTINGS = Symbol('settings');

/** Binds a property of a configuration class to its environment variable. */
export function FromEnvironment(setting: Omit<Setting, 'property'>): PropertyDecorator {
  return (prototype, property) => {
    const before = (Reflect.getMetadata(SETTINGS, prototype) as Setting[] | undefined) ?? [];
    Reflect.defineMetadata(SETTINGS, [...before, { ...setting, property: String(property) }], prototype);
  };
}

/** All settings of a configuration class, in the order they are written down. */
export function settingsOf(configuration: { prototype: object }): Setting[] {
  return (Reflect.getMetadata(SETTINGS, configuration.prototype) as Setting[] | undefined) ?? [];
}
