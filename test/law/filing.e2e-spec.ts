import { Clinic, clinicPeople, TP_ORGAN } from '../office/clinic-case';
import type { Office } from '../office/office';

jest.setTimeout(180_000);

const party = (n: number) => ({ kind: 'person', name: `示例人员${n}`, idNumber: `立案证件${n}` });
const REASON = { reason: '有初步证据，属于本机关管辖。' };
const AGREE = { opinion: '同意。' };
const TEAM = 'TP-TEAM';

let office: Office;
beforeAll(async () => {
  office = await Clinic.office('2026-06-09T09:00:00+08:00');
  const parent = { parentCode: TP_ORGAN, region: '120104', level: 'district', validFrom: '2019-01-01' };
  await office.rows('select identity.put_organ($1)', [{ ...parent, code: TEAM, name: '测试监督所', kind: 'entrusted' }]);
});
afterAll(() => office.close());

let next = 100;
const register = (over: object = {}): Promise<Clinic> => Clinic.register(office, over as never, party(next++));
/** What stands in the register of officers, changed for one test and put back after it. */
async function whileOfficer(login: string, change: string, act: () => Promise<void>): Promise<void> {
  const id = office.person(login);
  const [before] = await office.rows<{ row: object }>('select to_jsonb(o) as row from identity.officer o where id = $1', [id]);
  await office.rows(`update identity.officer set ${change} where id = $1`, [id]);
  try {
    await act();
  } finally {
    await office.rows(
      `update identity.officer o set certificate_number = b.certificate_number, certificate_from = b.certificate_from, certificate_until = b.certificate_until,
         body = b.body, valid_to = b.valid_to from jsonb_populate_record(null::identity.officer, $1) b where o.id = b.id`,
      [before.row],
    );
  }
}

describe('two officers', () => {
  it('G013, T17, U29: one officer named twice is no pair', async () => {
    const form = { ...Clinic.clue(office, {}, party(next++)), handlers: [office.person('tp-a'), office.person('tp-a')] };
    const twice = await office.seat('tp-a').open('penalty-ordinary', form);
    expect([twice.status, twice.body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/handlers']]);
    const { file } = await register();
    await whileOfficer('tp-b', 'certificate_until = \'2026-06-08\'', async () => {
      expect(await file.refusal('tp-a', 'file-case', REASON)).toEqual(['two-qualified-officers']);
    });
    await file.act('tp-a', 'file-case', REASON);
  });

  it.each([
    ['is in no register', 'certificate_number = null, certificate_from = null, certificate_until = null'],
    ['says no end', 'certificate_until = null'],
    ['has run out', 'certificate_until = \'2026-06-08\''],
    ['is not valid yet', 'certificate_from = \'2026-06-10\''],
  ])('G018, T31: whose certificate %s files nothing', async (_, change) => {
    const { file } = await register();
    const before = (await file.view()).case;
    await whileOfficer('tp-a', change, async () => {
      expect(await file.refusal('tp-a', 'file-case', REASON)).toEqual(['certificate-valid', 'two-qualified-officers']);
      expect((await file.view()).case).toEqual(before);
    });
    await file.act('tp-a', 'file-case', REASON);
  });

  it('U28, G018: a certificate that ends while the case is open is asked for at every act', async () => {
    const { file } = await (await register()).filed();
    const ask = { person: office.person('tp-b'), askedBy: 'party', ground: '近亲属。' };
    await whileOfficer('tp-a', 'certificate_until = \'2026-06-08\'', async () => {
      const { allowedActions } = await file.view('tp-a');
      const own = allowedActions.filter((one) => one.refusals.every(({ rule }) => !['not-your-duty', 'incompatible-duty', 'not-in-state'].includes(rule)));
      expect(own.length).toBeGreaterThan(2);
      expect(own.filter((one) => !one.refusals.some(({ rule }) => rule === 'certificate-valid'))).toEqual([]);
      expect(await file.refusal('tp-a', 'ask-recusal', ask)).toEqual(['certificate-valid']);
    });
    await file.act('tp-a', 'ask-recusal', ask);
  });

  it('G019: a further officer is none who is there, and brings a certificate of his own', async () => {
    const { file } = await register();
    const add = (login: string) => ({ handlers: [office.person(login)], ground: '案情复杂。' });
    expect(await file.refusal('tp-p1', 'assign-handlers', add('tp-b'))).toEqual(['named-handlers-new']);
    await file.act('tp-p1', 'assign-handlers', add('tp-c'));
    expect(await file.refusal('tp-p1', 'assign-handlers', add('tp-c'))).toEqual(['named-handlers-new']);
  });

  it('G100: a case is handed to who holds a certificate, is in service and not recused; old and new hands and the head are told', async () => {
    const { file } = await register();
    const hand = { handlers: [office.person('tp-c')], ground: '原承办人调离。' };
    await whileOfficer('tp-c', 'valid_to = \'2026-06-01\'', async () => {
      expect(await file.refusal('tp-p1', 'assign-handlers', hand)).toEqual(['named-handlers-qualified']);
    });
    expect(await file.refusal('tp-p1', 'assign-handlers', { ...hand, handlers: ['00000000-0000-4000-8000-000000000000'] })).toEqual(['named-handlers-qualified']);
    await file.act('tp-p1', 'assign-handlers', hand);
    await office.settle();
    const told = await office.rows<{ name: string }>(
      `select distinct o.name from messages.message m join identity.officer o on o.id::text = m.person
       where m.kind = 'handlers-assigned' and m.case_id = $1 order by o.name`,
      [file.id],
    );
    expect(told.map((row) => row.name).sort()).toEqual(['测试经办丙', '测试经办乙', '测试经办甲', '测试负责人一'].sort());
  });
});

describe('approval', () => {
  it('G020: nothing is applied for without a reason, for no case, or in a kind that is none', async () => {
    const { file } = await register();
    expect((await office.seat('tp-a').act(file.id, 'file-case', {})).body.errors?.map((error) => error.pointer)).toEqual(['/form/reason']);
    expect((await office.seat('tp-a').act(file.id, 'approve-everything', REASON)).status).toBe(404);
    expect(await file.refusal('tp-p1', 'approve-filing', AGREE)).toEqual(expect.arrayContaining(['not-in-state']));
    await file.act('tp-a', 'file-case', REASON);
  });

  it('U03, U04, G022: nobody files for himself: not the handler, not a head who handled it, no administrator', async () => {
    const both = { ...clinicPeople[0], login: 'tp-both', name: '测试兼任', posts: ['handler', 'approver'], certificateNumber: '示范-0999' };
    await office.addOrgan(TP_ORGAN, [both, { login: 'tp-admin', kind: 'admin', name: 'tp-admin', posts: ['system-admin'] }]);
    const form = { ...Clinic.clue(office, {}, party(next++)), handlers: [office.person('tp-a'), office.person('tp-both')] };
    const { body } = await office.seat('tp-a').open('penalty-ordinary', form);
    const id = body.case!.id;
    const rules = async (login: string, action: string) => (await office.seat(login).act(id, action, AGREE)).body.refusals?.map((one) => one.rule);
    expect(await rules('tp-a', 'approve-filing')).toEqual(expect.arrayContaining(['incompatible-duty']));
    await office.seat('tp-both').act(id, 'file-case', REASON);
    await office.seat('tp-s').act(id, 'endorse-filing', AGREE);
    expect(await rules('tp-both', 'approve-filing')).toEqual(['incompatible-duty']);
    expect(await rules('tp-a', 'approve-filing')).toEqual(['incompatible-duty']);
    expect(await rules('tp-r', 'approve-filing')).toEqual(['not-your-duty']);
    expect((await office.seat('tp-admin').post(`/cases/${id}/actions/approve-filing`, { form: AGREE }, { version: 3 })).status).toBe(403);
    expect((await office.seat('tp-p1').act(id, 'approve-filing', AGREE)).status).toBe(200);
  });

  it('G021, T30: approving twice, and two heads at once, has one effect', async () => {
    const { file } = await register();
    await file.act('tp-a', 'file-case', REASON);
    await file.act('tp-s', 'endorse-filing', AGREE);
    const { version } = (await file.view()).case;
    const key = 'approve-twice-0001';
    const once = await office.seat('tp-p1').act(file.id, 'approve-filing', AGREE, { version, key });
    const clicked = await office.seat('tp-p1').act(file.id, 'approve-filing', AGREE, { version, key });
    expect([once.status, clicked.status]).toEqual([200, 200]);
    expect(clicked.body).toEqual(once.body);
    expect((await office.seat('tp-p2').act(file.id, 'approve-filing', AGREE, { version })).status).toBe(412);
    expect(await file.refusal('tp-p2', 'approve-filing', AGREE)).toContain('not-in-state');
    expect((await file.actions()).filter((action) => action === 'approve-filing')).toHaveLength(1);
    expect(await office.rows('select rule from casework.clock where case_id = $1 and state = \'running\'', [file.id])).toEqual([{ rule: 'CASE-DECIDE-90' }]);
  });

  it('L11: is timed by the number of the pack, and approved by another than who asks', async () => {
    const clinic = await register({ discoveredOn: '2026-06-02' });
    expect((await clinic.clock('CASE-FILE'))?.statutoryDue).toBe('2026-06-11');
    await clinic.file.act('tp-a', 'file-case', REASON);
    expect(await clinic.file.refusal('tp-a', 'approve-filing', AGREE)).toEqual(expect.arrayContaining(['incompatible-duty']));
  });
});

describe('recusal', () => {
  it('G023, G026: leaves two, of who is in the case, with a ground', async () => {
    const { file } = await register();
    const out = { person: office.person('tp-b'), ground: '近亲属。' };
    expect(await file.refusal('tp-p1', 'order-recusal', out)).toEqual(['two-handlers-remain']);
    expect(await file.refusal('tp-p1', 'order-recusal', { ...out, person: office.person('tp-c') })).toEqual(['recusal-of-involved']);
    expect((await office.seat('tp-p1').act(file.id, 'order-recusal', { ...out, ground: '' })).body.errors?.map((error) => error.pointer)).toEqual(['/form/ground']);
    await file.act('tp-p1', 'assign-handlers', { handlers: [office.person('tp-c')], ground: '乙拟回避。' });
    await file.act('tp-p1', 'order-recusal', out);
    expect(await file.refusal('tp-p1', 'order-recusal', out)).toEqual(['recusal-of-involved']);
  });

  it('G024, G025: asked by the party, is decided by a head and by nobody else, not by whom it concerns; work goes on meanwhile', async () => {
    const { file } = await register();
    expect(await file.refusal('tp-p1', 'grant-recusal', AGREE)).toEqual(expect.arrayContaining(['recusal-asked']));
    await file.act('tp-a', 'ask-recusal', { person: office.person('tp-a'), askedBy: 'party', ground: '与当事人有利害关系。' });
    await file.act('tp-a', 'file-case', REASON);
    await file.act('tp-s', 'endorse-filing', AGREE);
    await file.act('tp-p1', 'approve-filing', AGREE);
    expect(await file.refusal('tp-a', 'grant-recusal', AGREE)).toEqual(expect.arrayContaining(['incompatible-duty']));
    expect(await file.refusal('tp-p1', 'grant-recusal', AGREE)).toEqual(['two-handlers-remain']);
    await file.act('tp-p1', 'assign-handlers', { handlers: [office.person('tp-c')], ground: '甲拟回避。' });
    await file.act('tp-p1', 'grant-recusal', AGREE);
    await file.act('tp-b', 'ask-recusal', { person: office.person('tp-p1'), askedBy: 'party', ground: '与当事人有利害关系。' });
    expect(await file.refusal('tp-p1', 'decline-recusal', AGREE)).toEqual(['recusal-decided-by-another']);
    await file.act('tp-p2', 'decline-recusal', AGREE);
  });

  it('U17, T18, T46: who is recused loses sight at once and cannot be put back', async () => {
    const { file } = await register();
    await file.act('tp-p1', 'assign-handlers', { handlers: [office.person('tp-c')], ground: '乙拟回避。' });
    const { version } = (await file.view('tp-b')).case;
    await file.act('tp-p1', 'order-recusal', { person: office.person('tp-b'), ground: '近亲属。' });
    expect((await office.seat('tp-b').get(`/cases/${file.id}`)).status).toBe(404);
    const again = await office.seat('tp-b').act(file.id, 'file-case', REASON, { version: version + 1 });
    expect([again.status, again.body.refusals?.map((one) => one.rule)]).toEqual([422, ['recused']]);
    expect(await file.refusal('tp-p1', 'assign-handlers', { handlers: [office.person('tp-b')], ground: '人手不足。' })).toEqual(['recused']);
  });

  it('U20: nothing is applied for in a case that one does not handle', async () => {
    const { file } = await (await register()).filed();
    const before = (await file.view()).case;
    for (const [action, form] of [
      ['report-ending', { outcome: 'terminated', ground: 'party-dead', factsFound: '某某', evidence: [{ title: '证明' }], basis: '某条', reason: '某某' }],
      ['ask-extension', { length: 30, reason: '复杂。' }],
      ['ask-recusal', { person: office.person('tp-a'), askedBy: 'party', ground: '近亲属。' }],
      ['link-tip', { source: 'complaint', receivedOn: '2026-06-09', summary: '又一条。' }],
    ] as const) expect([action, await file.refusal('tp-c', action, form as never)]).toEqual([action, ['not-your-duty']]);
    expect((await office.seat('handler1').act(file.id, 'ask-extension', { length: 1, reason: '复杂。' }, { version: before.version })).status).toBe(404);
    expect((await file.view()).case).toEqual(before);
  });
});

describe('limitation', () => {
  it('G017, U26, U27: counts to the day of discovery, and five years need harm that is shown', async () => {
    const { file } = await register({ conductEndedOn: '2023-06-30' });
    expect(await file.refusal('tp-a', 'file-case', REASON)).toEqual(['within-limitation']);
    const ticked = await register({ conductEndedOn: '2023-06-30', harmful: true });
    expect(await ticked.file.refusal('tp-a', 'file-case', REASON)).toEqual(['within-limitation']);
    await ticked.file.act('tp-a', 'verify-clue', { result: 'founded', findings: '查得病历。', harmEvidence: ['某医院病历', '损害鉴定意见'] });
    await ticked.file.act('tp-a', 'file-case', REASON);
    const intime = await register({ conductEndedOn: '2024-06-10', discoveredOn: '2026-06-09' });
    await office.standAt('2026-06-20T09:00:00+08:00');
    await intime.filed();
    await office.standAt('2026-06-22T09:00:00+08:00');
  });
});

describe('power and place', () => {
  it('L01: what lies outside the region, or was filed elsewhere first, is not filed here unless the superior says so', async () => {
    const elsewhere = await register({ place: { region: '120105' } });
    expect(await elsewhere.file.refusal('tp-a', 'file-case', REASON)).toEqual(['within-jurisdiction']);
    const first = { filedElsewhere: { organ: '邻区卫生健康委员会', filedOn: '2026-06-05' } };
    expect(await (await register(first)).file.refusal('tp-a', 'file-case', REASON)).toEqual(['within-jurisdiction']);
    await (await register({ ...first, assignment: { organ: '市卫生健康委员会', instrument: '指管〔2026〕3号' } })).filed();
    await (await register({ place: { region: '120104' } })).filed();
  });

  it('L02: an entrusted body acts on a paper that is in term, in scope and public', async () => {
    const { file } = await register();
    const entrust = (instrument: string, over: object = {}) => office.rows('select identity.entrust($1, $2)', [TP_ORGAN, {
      body: TEAM, instrument, scope: '医疗卫生', disciplines: ['医疗卫生'], procedures: ['penalty-ordinary'],
      validFrom: '2026-01-01', validUntil: '2026-12-31', publishedOn: '2026-01-05', ...over,
    }]);
    await whileOfficer('tp-b', `body = '${TEAM}'`, async () => {
      for (const [instrument, over] of [
        ['委托〔2025〕1号', { validFrom: '2025-01-01', validUntil: '2025-12-31' }],
        ['委托〔2026〕1号', { publishedOn: undefined }],
        ['委托〔2026〕2号', { disciplines: ['公共场所卫生'] }],
        ['委托〔2026〕3号', { procedures: ['penalty-summary'] }],
      ] as const) {
        await entrust(instrument, over);
        expect([instrument, await file.refusal('tp-a', 'file-case', REASON)]).toEqual([instrument, ['entrustment-in-force']]);
      }
      await entrust('委托〔2026〕4号');
      await file.act('tp-a', 'file-case', REASON);
    });
  });

  it('G027: a paper without body, instrument or scope is none, and nobody entrusts further', async () => {
    const paper = { body: TEAM, instrument: '委托〔2026〕9号', scope: '医疗卫生', procedures: ['penalty-ordinary'], validFrom: '2026-01-01', validUntil: '2026-12-31' };
    const entrust = (over: object, organ = TP_ORGAN) => office.rows('select identity.entrust($1, $2)', [organ, { ...paper, ...over }]);
    for (const over of [{ body: null }, { instrument: ' ' }, { scope: '' }, { procedures: [] }, { validUntil: '2025-12-31' }, { disciplines: [] }]) {
      await expect(entrust(over)).rejects.toMatchObject({ code: expect.stringMatching(/^235(02|14)$/) });
    }
    await expect(entrust({ body: TP_ORGAN }, TEAM)).rejects.toMatchObject({ constraint: 'no_sub_entrustment' });
  });
});
