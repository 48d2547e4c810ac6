import { readProfile } from '../adapters/law/read-profile';
import { redactFields } from './redact-fields';

const profile = readProfile('penalty-public')!;

describe('several fields as one text', () => {
  it('removes in every field what one of them gives away', () => {
    const { fields } = redactFields({ offence: '李卫国非法行医', facts: '证人李卫国证实。' }, profile, {});
    expect(fields).toEqual({ offence: '某某非法行医', facts: '证人某某证实。' });
  });

  it('keeps each field to itself, empty ones too', () => {
    const { fields } = redactFields({ a: '', b: '电话13812345678', c: '', d: '经查属实。' }, profile, {});
    expect(fields).toEqual({ a: '', b: '电话[已隐去]', c: '', d: '经查属实。' });
  });

  it('does not read a number across two fields', () => {
    const { fields } = redactFields({ a: '编号1381234', b: '5678份' }, profile, {});
    expect(fields).toEqual({ a: '编号1381234', b: '5678份' });
  });
});
