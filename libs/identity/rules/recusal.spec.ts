import type { CaseFile, DutyHeld, JsonObject, Rule } from '@sanzhi/kernel';
import { namedHandlersNew, namedHandlersQualified, recusalAsked, recusalDecidedByAnother, recusalOfInvolved, twoHandlersRemain } from './recusal';

const officer = (id: string, certificateUntil = '2035-12-31') => ({
  id, name: `人员${id}`, certificateNumber: `Z-${id}`, certificateFrom: '2020-01-01', certificateUntil, legalQualification: false, posts: ['handler'],
});

interface Scene {
  duties?: DutyHeld[];
  recusal?: JsonObject | null;
  form?: JsonObject;
  actor?: string;
  onBehalfOf?: string;
}

const handlers = (...persons: string[]): DutyHeld[] => persons.map((person) => ({ person, duty: 'handler' }));

function fileOf({ duties = handlers('a', 'b', 'c'), recusal = { person: 'a' }, form = {}, actor = 'h', onBehalfOf }: Scene): CaseFile {
  return {
    case: { state: 'investigating', facts: { recusal } },
    duties,
    slices: { identity: { duties, officers: [officer('a'), officer('b'), officer('c'), officer('late', '2022-12-31')] } },
    step: { form, actor: { person: actor, onBehalfOf, name: `人员${actor}`, posts: ['approver'] }, actedOn: '2023-03-01' },
  } as unknown as CaseFile;
}

const holds = (rule: Rule, scene: Scene = {}): boolean => rule.check(fileOf(scene)) === null;

it('decides nothing that nobody asked for', () => {
  expect(holds(recusalAsked)).toBe(true);
  expect(holds(recusalAsked, { recusal: null })).toBe(false);
});

it.each<[string, Scene, boolean]>([
  ['who handles the case', {}, true],
  ['who is named in the form, before who is asked for', { form: { person: 'b' }, recusal: { person: 'x' } }, true],
  ['who has no duty in it', { form: { person: 'x' } }, false],
  ['who was recused before', { duties: [...handlers('a', 'b', 'c'), { person: 'a', duty: 'recused' }] }, false],
  ['nobody', { recusal: null }, false],
])('recuses %s', (_, scene, answer) => {
  expect(holds(recusalOfInvolved, scene)).toBe(answer);
});

it.each<[Scene, boolean]>([
  [{ actor: 'h' }, true],
  [{ actor: 'a' }, false],
  [{ actor: 'h', onBehalfOf: 'a' }, false],
  [{ actor: 'a', form: { person: 'b' } }, true],
])('lets nobody decide on himself, nor his delegate: %j', (scene, answer) => {
  expect(holds(recusalDecidedByAnother, scene)).toBe(answer);
});

it.each<[string, DutyHeld[], boolean]>([
  ['three', handlers('a', 'b', 'c'), true],
  ['two', handlers('a', 'b'), false],
  ['three, one without a valid certificate', handlers('a', 'b', 'late'), false],
  ['three, one recused before', [...handlers('a', 'b', 'c'), { person: 'c', duty: 'recused' }], false],
  ['two and a reviewer who goes', [...handlers('b', 'c'), { person: 'a', duty: 'reviewer' }], true],
])('keeps two handlers out of %s', (_, duties, answer) => {
  expect(holds(twoHandlersRemain, { duties })).toBe(answer);
});

it('names handlers with a certificate, and says whose is not', () => {
  expect(holds(namedHandlersQualified, { form: { handlers: ['b', 'c'] } })).toBe(true);
  const message = namedHandlersQualified.check(fileOf({ form: { handlers: ['b', 'late', 'x'] } }))?.message;
  expect(message).toContain('人员late执法证有效期至2022-12-31');
  expect(message).toContain('x不在本机关执法人员名册');
});

it('G100: hands a case to nobody who has left', () => {
  const gone = fileOf({ form: { handlers: ['c'] } });
  const { officers } = (gone.slices.identity as { officers: { id: string; inService?: boolean }[] });
  officers.find((one) => one.id === 'c')!.inService = false;
  expect(namedHandlersQualified.check(gone)?.message).toContain('人员c已不在职');
});

it('G019: adds nobody twice, by person or by certificate', () => {
  const duties = handlers('a', 'b');
  expect(holds(namedHandlersNew, { duties, form: { handlers: ['c'] } })).toBe(true);
  expect(namedHandlersNew.check(fileOf({ duties, form: { handlers: ['c', 'b'] } }))?.message).toContain('人员b');
  const doubled = fileOf({ duties, form: { handlers: ['c'] } });
  const { officers } = (doubled.slices.identity as { officers: { id: string; certificateNumber: string }[] });
  officers.find((one) => one.id === 'c')!.certificateNumber = 'Z-a';
  expect(namedHandlersNew.check(doubled)?.message).toContain('人员c');
});
