import type { PipeTransform } from '@nestjs/common';
import { notFound } from '../ports';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id in a path: what is no id names nothing that exists, so the answer is 404, as for an unknown one. */
export class ExistingId implements PipeTransform<string, string> {
  constructor(private readonly what = '所请求的内容') {}

  transform(value: string): string {
    if (!UUID.test(value)) throw notFound(this.what);
    return value;
  }
}
