import { registerDecorator, type ValidationArguments } from 'class-validator';
import { failpointFault } from '../failpoints';

/** The text arms failpoints that there are; what is wrong with it is told, since it holds no secret. */
export const IsFailpoint = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isFailpoint',
    target: target.constructor,
    propertyName: String(property),
    validator: {
      validate: (value: unknown) => typeof value === 'string' && failpointFault(value) === null,
      defaultMessage: ({ value }: ValidationArguments) => `没有这样的断点 (${failpointFault(String(value)) ?? 'not a text'})`,
    },
  });
