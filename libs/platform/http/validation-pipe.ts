import { ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import { invalid } from '../ports';
import { fieldErrorsOf } from './validation-messages';

const OPTIONS: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  transformOptions: { enableImplicitConversion: false },
  exceptionFactory: (faults) => invalid('请求内容有误，请按提示更正。', fieldErrorsOf(faults)),
};

/** Checks static bodies and queries against their DTO: what is not described is refused, nothing is converted silently. */
export const bodyValidation = (): ValidationPipe => new ValidationPipe(OPTIONS);
