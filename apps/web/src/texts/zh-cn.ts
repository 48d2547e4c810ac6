/**
 * Every word the workbench itself says, in Chinese: the one file for the lawyer to read. Titles of actions, states, fields,
 * rules and time limits are the law's and come with the answers of the API.
 */
export const zhCN = {
  product: { name: '三制', full: '三制 · 行政执法办案', skip: '跳到正文' },
  nav: {
    label: '主导航', desk: '我的待办', cases: '案件', register: '登记线索', reviews: '法制审核', meetings: '集体讨论',
    publications: '公示', messages: '消息', reports: '统计报表', search: '查找', account: '我的账号', signOut: '退出登录', language: 'English',
  },
  state: {
    loading: '正在读取…', empty: '没有内容', retry: '重试', back: '返回', offline: '连接不上服务器',
    offlineCure: '请检查网络。已填写的内容仍在本页，恢复连接后会自动重试。', forbidden: '无权查看', notFound: '未找到',
    notFoundCure: '内容不存在，或者您无权知悉。', failed: '没有读取成功', trace: '故障编号', online: '已恢复连接',
    pageFault: '页面出错', pageFaultCure: '请刷新页面；如再次出现，请把下面的内容告诉管理员。', noPage: '没有这个页面', home: '回到我的待办',
  },
  clock: {
    simulated: (day: string) => `演练环境：法定时间为模拟时钟，今天是 ${day}。所办事项不具有法律效力。`,
    today: (day: string) => `法定今天 ${day}`,
  },
  signIn: {
    title: '登录', lead: '行政执法公示 · 全过程记录 · 重大执法决定法制审核', login: '登录名', password: '口令', totp: '动态口令',
    totpHint: '已启用的账号填6位数字，未启用的留空', submit: '登录', busy: '正在登录…', required: '请填写',
    demo: '演示账号和口令见启动时所印的 demo-accounts.json。',
  },
  account: {
    title: '我的账号', acting: '现在代表', organ: '执法主体', duties: '职责', login: '登录名', name: '姓名', may: '可用功能',
    certificate: '执法证件', noCertificate: '未登记执法证件', sessions: '我的登录',
    sessionNote: '本次登录保存在服务器上，浏览器里只有一个脚本读不到的会话编号。离开时请退出。', end: '退出本次登录',
  },
  lamp: { late: '已超期', urgent: '今日到期', soon: '将到期', calm: '未到期', none: '无期限' },
  desk: {
    title: '我的待办', tasks: '待我办理', mine: '我的案件', none: '现在没有待办事项。', noneCases: '还没有这一类案件。',
    what: '要办什么', case: '案件', due: '期限', statutory: '法定期限', safe: '稳妥日', who: '由谁办', lamp: '状态', rule: '时限',
    opened: '转来时间', party: '当事人', offence: '案由', state: '所处环节', number: '案号', openedOn: '登记日', noNumber: '未编号',
    duty: '我的职责', more: '更多', count: (n: number) => `${n} 项`, counts: (late: number, soon: number) => `已超期 ${late} 项，三日内到期 ${soon} 项`,
    left: (n: number) => (n < 0 ? `超过 ${-n} 天` : n === 0 ? '今天' : `还有 ${n} 天`), open: '打开案件', newCase: '登记线索',
    all: '本机关全部', filter: '我在案件中的职责', keys: '快捷键：按 / 查找，↑ ↓ 在列表中移动，回车打开。', provisional: '暂定',
  },
  search: {
    title: '查找案件', label: '案号、当事人或者案由', hint: '至少两个字，可用空格分隔多个词', short: '请至少输入两个字。',
    none: (q: string) => `没有找到与“${q}”有关的案件。`, found: (n: number) => `找到 ${n} 件`, submit: '查找',
  },
  case: {
    title: '案件', stages: '办理阶段', stageNow: '当前阶段', stageDone: '已过', stageAhead: '未到', actions: '可以办理的环节',
    noActions: '本案已经办结，没有可以办理的环节。', allowed: '可以办理', refused: '现在不能办理', why: '为什么不能办理', basis: '依据',
    cure: '怎样补正', unmet: (n: number) => `有 ${n} 项条件未满足`, clocks: '时限', noClocks: '没有正在计算的时限。',
    explain: '这个日期是怎样算出来的', anchor: '起算日', length: '期限', counted: '计入', skipped: '不计入', day: '日期', reason: '说明',
    calendar: '日历版本', running: '计算中', done: '已完成', superseded: '已更换', record: '全过程记录', seq: '序号', digest: '摘要',
    actor: '办理人', actedAt: '办理时间', recordedAt: '记录时间', late: '补录', defects: '记录的瑕疵', erased: '内容已依法删除',
    people: '当事人和人员', party: '当事人', officers: '办案人员', certificate: '执法证件', certificateNumber: '证件号码',
    certificateUntil: (day: string) => `有效期至 ${day}`, certificateOut: '已过期', certificateOk: '有效', none: '无', duty: '职责',
    documents: '执法文书', preview: '预览', print: '打开打印', noDocuments: '还没有制作文书。', printHint: '在打开的页面上按 Ctrl+P 打印。',
    review: '法制审核', discussion: '集体讨论', publication: '公示', required: '应当进行的理由', notRequired: '不属于应当进行的情形',
    round: (n: number) => `第 ${n} 次`, waiting: '等待中', version: (n: number) => `版本 ${n}`, facts: '案情', openedOn: '登记日',
    procedure: '程序', system: '系统', staleDigest: '内容已经变化，原审签不再适用。', details: '详情', form: '所填内容', proof: '凭据',
    legalQualification: '法律职业资格', byOthers: '由其他职责办理的环节', tabs: '案件内容', chain: '每条记录都带前一条的摘要，改动任何一条都会被核验发现。',
  },
  act: {
    title: '办理', opened: '查看形成的案件', submit: '提交', submitting: '正在提交…', cancel: '返回案件', saved: (at: string) => `草稿已保存 ${at}`, saving: '正在保存草稿…',
    notSaved: '草稿没有保存，将再次尝试', restored: '已恢复上次未提交的草稿。', discard: '放弃草稿', prefilled: '已按案卷预先填写，请核对。',
    paper: '先在纸面办理，现在补录', actedAt: '实际办理时间', proof: '纸面凭据', proofHint: '如：现场笔录原件第3页，当事人签字', proofRequired: '补录应当写明纸面凭据。',
    fix: (n: number) => `有 ${n} 处需要更正`, refused: '不符合法定条件，没有办理', done: '已办理', seq: (n: number, digest: string) => `记录第 ${n} 条，摘要 ${digest}`,
    defects: '已办理，但留下瑕疵记录', required: '必填', add: '增加一项', remove: '删除', yuan: '元', choose: '请选择', yes: '是', no: '否',
    readOnlyDigest: '系统按当前内容填写；内容有变则须重新审签', missingDigest: '现在没有可以审签的内容', partyLookup: '从当事人档案选取',
    partyHint: '输入18位统一社会信用代码', partyNone: '档案中没有这个代码', partyFound: '已填入档案内容', itemOf: (name: string, n: number) => `${name} ${n}`,
    officer: '选择人员', empty: '本环节不需要填写内容，核对后提交即可。', amount: '应为不小于0、至多两位小数的金额',
  },
  conflict: {
    title: '案件已被他人更新', lead: '您填写期间，案件有了变化。您的内容没有丢失：请对照后决定各项取值，再提交。', field: '项目', before: '您打开时',
    mine: '您填写的', theirs: '现在案卷中', keepMine: '用我的', takeTheirs: '用现在的', same: '没有冲突的项目，可以直接再次提交。',
    meanwhile: '其间发生的事', go: '按选择继续填写', gone: '这一环节现在不能办理', changed: '有变化',
  },
  reviews: { title: '法制审核', none: '没有等待审核的案件。', round: '次数', submitted: '送审时间', digest: '所审内容摘要', open: '打开审核' },
  meetings: { title: '集体讨论', none: '没有进行中的集体讨论。', convened: '提请时间', place: '地点', chair: '主持人', members: '成员', voted: '已发表意见', open: '打开讨论' },
  publications: {
    title: '公示', none: '没有等待办理的公示事项。', item: '事项', state: '状态', scope: '范围', due: '应公示日', open: '查看公示稿', preview: '公示稿预览',
    noPreview: '还没有公示稿：先作出公示范围决定。', events: '经过', published: '已公示', goCase: '到案件中办理', blockedBy: '受阻于', ground: '理由',
    removed: '已脱敏', redactions: '脱敏情况', sha: '公示稿摘要', leaks: '发现未脱敏内容',
  },
  messages: { title: '消息', none: '没有消息。', unread: '未读', read: '标为已读' },
  reports: {
    title: '统计报表', layout: '样式', organ: '执法主体', from: '起', to: '止', scope: '范围', own: '本单位', subtree: '连同下级', make: '生成报表',
    figures: '数字', figure: '指标', value: '数值', cases: '案件', casesOf: (title: string, n: number) => `${title}：${n} 件`, noCases: '没有案件',
    checks: '平衡关系', ok: '成立', broken: '不成立', print: '可打印的页面', digest: '报表摘要', table: '表', noneYet: '选择样式和期间后生成。',
    imported: '导入的案件没有案卷', frozen: '已锁定', basis: '口径日期',
  },
  duty: {
    handler: '经办', reviewer: '法制审核', 'hearing-chair': '听证主持', voter: '集体讨论', approver: '负责人审批', publisher: '公示承办',
    'second-eye': '公示复核', recorder: '会议记录', archivist: '归档', recused: '回避', importer: '数据导入', reporter: '统计', system: '系统',
  } as Record<string, string>,
  unit: { 'working-day': '工作日', 'calendar-day': '日', month: '个月', year: '年', hour: '小时', 'fixed-date': '固定日' } as Record<string, string>,
  dayReason: { work: '工作日', makeup: '调休上班', weekend: '周末', trigger: '起算当日' } as Record<string, string>,
  holiday: '节假日',
  itemState: {
    proposed: '待定范围', scoped: '待脱敏复核', cleared: '已复核，到期公示', published: '已公示', 'not-open': '不予公开', withdrawn: '已撤回',
  } as Record<string, string>,
  itemEvent: {
    proposed: '提出公示', scoped: '作出范围决定', cleared: '脱敏复核通过', published: '已公示', reminded: '预警', pressed: '催办', supervised: '督办', blocked: '受阻',
    late: '逾期', withdrawn: '已撤回', corrected: '已更正', expired: '公示期满', repaired: '信用修复', dropped: '已停止公示', 'correction-asked': '申请更正',
    'withdraw-due': '应当撤回', 'withdrawal-drafted': '撤回已拟',
  } as Record<string, string>,
  /** Words that forms carry as values; a value that is not here is shown as it is. */
  value: {
    person: '自然人', organization: '法人或者其他组织', 'individual-business': '个体工商户',
    routine: '日常监督检查', 'random-national': '国家双随机抽查', 'random-provincial': '省级双随机抽查', 'random-city': '市级双随机抽查',
    'random-district': '区县双随机抽查', complaint: '投诉举报', assigned: '上级交办', transferred: '其他机关移送', joint: '联合检查', monitoring: '在线监测', media: '舆情', other: '其他',
    direct: '直接送达', stated: '已陈述申辩', waived: '已放弃', lapsed: '期限届满未申请', 'OP-AGREE': '同意', 'OP-CORRECT': '存在问题，应当纠正', 'OP-DISAGREE': '不同意', 'OP-SUPPLEMENT': '退回补充调查', 'OP-TRANSFER': '建议移送',
    agree: '同意', disagree: '不同意', abstain: '弃权', approved: '通过', returned: '退回', open: '公开', 'partly-open': '部分公开', 'not-open': '不予公开',
    'outcome.transferred': '移送有管辖权的机关', 'not-punished': '不予处罚', 'not-established': '违法事实不成立', dropped: '撤销立案', terminated: '终止调查',
    crime: '涉嫌犯罪，移送司法机关', 'minor-corrected': '轻微且及时改正，没有危害后果', 'first-offence': '初次违法，危害后果轻微并及时改正', 'no-fault': '没有主观过错',
    'minor-age': '不满十四周岁', incapable: '不能辨认或者不能控制自己行为', 'limitation-passed': '超过处罚时效', 'filed-in-error': '立案有误',
    'other-jurisdiction': '不属于本机关管辖', 'suspected-crime': '涉嫌犯罪', 'party-dead': '当事人死亡', 'party-dissolved': '当事人终止', accepted: '受理',
    refused: '不予受理', founded: '属实', unfounded: '不属实', lighter: '从轻', reduced: '减轻', 'harm-removed': '主动消除或者减轻危害后果', coerced: '受胁迫或者诱骗',
    confessed: '主动供述尚未掌握的违法行为', merit: '配合查处有立功表现', 'minor-14-18': '已满十四周岁不满十八周岁', 'incapacity-partial': '尚未完全丧失辨认或者控制能力',
    left: '留置送达', entrusted: '委托送达', post: '邮寄送达', electronic: '电子送达', reconsideration: '行政复议', litigation: '行政诉讼', upheld: '维持', withdrawn: '撤回申请或者起诉',
    changed: '变更', annulled: '撤销', illegal: '确认违法', 'held-illegal': '确认违法', 'held-void': '确认无效', 'decision-changed': '变更后的处罚决定',
    light: '从轻', normal: '一般', heavy: '从重', corrected: '及时改正', 'no-harm': '没有造成危害后果', 'slight-harm': '危害后果轻微', first: '初次违法',
    'under-14': '不满十四周岁', 'under-18': '已满十四周岁不满十八周岁', 'removed-harm': '主动消除或者减轻危害后果', repeated: '再次违法', harm: '造成危害后果', obstructed: '妨碍调查',
    minor: '轻微', general: '一般失信', severe: '严重失信', void: '确认无效', search: '查找下落', 'whereabouts-unknown': '下落不明', 'other-ways-failed': '其他方式无法送达',
    passed: '合格', 'result.corrected': '责令改正', 'result.case': '立案查处', 'unit-gone': '单位关闭', mended: '已改正', 'not-mended': '未改正', handheld: '手持执法终端', recorder: '执法记录仪', none: '无',
    decision: '行政处罚决定', party: '当事人', self: '本人', true: '是', false: '否',
  } as Record<string, string>,
  /** Facts of a case that no form names. */
  fact: {
    party: '当事人', clue: '线索', filing: '立案', draft: '处罚建议', notice: '事先告知', statement: '陈述申辩', hearingRight: '听证权利', decision: '处罚决定',
    service: '送达', performance: '履行', closing: '结案', archive: '归档', filedOn: '立案日', approvedBy: '批准人', servedOn: '送达日', on: '日期',
    decidedOn: '决定日', decidedBy: '决定人', paidOn: '缴款日', closedOn: '结案日', archivedOn: '归档日', filingReason: '立案理由', notFiled: '不予立案',
    correction: '更正申请', verification: '核查', tips: '并入的线索', extensionAsked: '提请延长', extensionVotes: '延长期限的讨论意见', overdue: '逾期情况',
    plan: '检查', approval: '批准', inspectionNotice: '检查告知', visit: '现场检查', scene: '现场笔录', opinion: '监督意见', conclusion: '结论', findings: '发现的问题',
    recheck: '复查', linked: '形成的案件', origin: '来源',
  } as Record<string, string>,
};

/** Shape of every language: the Chinese file is the measure. */
export type Texts = typeof zhCN;
