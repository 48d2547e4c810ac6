import type { Stretch } from './sheet';
import { compoundSurnames, plainSurnames, surnames, wordsLikeNames } from './surnames';

const han = /^\p{Script=Han}$/u;
const isHan = (char: string | undefined): boolean => char !== undefined && han.test(char);

/** What follows a name in a form without separators, or in prose. Cut at the second character or later. */
const afterName = new RegExp(
  '性别|[男女]|年龄|出生|身份|证件|公民|电话|手机|联系|住址|地址|住所|现住|户籍|民族|职业|职务|职称|单位|国籍|工作|文化|学历|陈述|承认|提出|表示|提供|签[字名收]|到[场案]|自述|反映|举报|投诉|证[言词实]|笔录|出[具示]|支付|来[院诊]|就诊|购买|接受|使用|拍摄|治疗|服务|[与及和等于在系因对向未已将经被是为的称说述到从就持即则]',
  'g',
);

/** Words of bodies: the published name of a body is not a person's name. */
const body = /公司|医院|诊所|门诊|卫生[院室所站]|委员会|集团|药[房店]|超市|酒店|宾馆|中心|机构|服务部|经营部|美容|学校|幼儿园|敬老院|养老院|企业|[厂厅局]$|[店馆站社校园]$/;
/** Prose that follows a name or a body; what comes after it says nothing about what came before. */
const proseWord = /[在于对因到将是系]/;

const longestRun = 40;
const longestName = 4;

/** The end of a run of Chinese characters that begins at `place`. */
function runEnd(text: string, place: number): number {
  let end = place;
  while (end - place < longestRun && isHan(text[end])) end += 1;
  return end;
}

/** How strong the cue before the name is: `form` has a colon, `prose` has none, `sure` names a person by itself. */
export type CueStrength = 'form' | 'prose' | 'sure';

/** The name of a person that begins at `place`, or nothing where a body, a word or a masked name stands there. */
export function nameAt(text: string, place: number, strength: CueStrength): Stretch | undefined {
  const long = strength === 'prose' ? undefined : (dottedName(text, place) ?? latinName(text, place));
  if (long) return long;
  const run = text.slice(place, runEnd(text, place));
  if (isNobody(run)) return undefined;
  const length = strength === 'prose' ? proseLength(run) : formLength(run, strength);
  // 张**: masked before.
  return length && text[place + length] !== '*' ? { start: place, end: place + length } : undefined;
}

/** Masked names, words and bodies. */
const isNobody = (run: string): boolean => run.length < 2 || /^.{0,3}某/.test(run) || isWord(run) || isBody(run);

function isBody(run: string): boolean {
  if (isPersonShaped(run)) return false;
  const cut = run.slice(2).search(proseWord);
  return body.test(cut < 0 ? run : run.slice(0, cut + 2));
}

/** Whether a short run is a surname with a given name of ordinary length. */
function isPersonShaped(run: string): boolean {
  if (compoundSurnames.has(run.slice(0, 2))) return run.length <= 4;
  return surnames.has(run[0]) && run.length <= 3;
}

function formLength(run: string, strength: CueStrength): number | undefined {
  if (isPersonShaped(run)) return run.length;
  const cut = cutLength(run, 2);
  const name = run.slice(0, cut);
  const doubleSurname = cut === longestName && surnames.has(name[0]);
  if (isPersonShaped(name) || doubleSurname || (strength === 'sure' && cut < longestName)) return cut;
  if (cut <= longestName) return undefined;
  if (compoundSurnames.has(name.slice(0, 2))) return longestName;
  return surnames.has(name[0]) ? longestName - 1 : undefined;
}

/** In prose the name must end before a mark or a word that cannot belong to it. */
function proseLength(run: string): number | undefined {
  const compound = compoundSurnames.has(run.slice(0, 2));
  if (!compound && !plainSurnames.has(run[0])) return undefined;
  const length = cutLength(run, 2);
  return length >= (compound ? 3 : 2) && length <= (compound ? 4 : 3) ? length : undefined;
}

/** Length of the run before the first word that follows names, at `least` or later. */
function cutLength(run: string, least: number): number {
  for (const match of run.matchAll(afterName)) if (match.index >= least) return match.index;
  return run.length;
}

/** 阿依努尔·买买提: names in parts joined by a middle dot. */
function dottedName(text: string, place: number): Stretch | undefined {
  const match = /^\p{Script=Han}{1,8}(?: ?[·•・‧] ?\p{Script=Han}{1,8}){1,3}/u.exec(text.slice(place, place + 48));
  return match && !/某/.test(match[0]) ? { start: place, end: place + match[0].length } : undefined;
}

/** JOHN SMITH: at least two words of letters. */
function latinName(text: string, place: number): Stretch | undefined {
  const match = /^[A-Z][A-Z'-]{1,20}(?: [A-Z][A-Z'-]{0,20}){1,3}(?![A-Z0-9])/.exec(text.slice(place, place + 90));
  return match ? { start: place, end: place + match[0].length } : undefined;
}

/** Words after which a name can begin in the middle of a run. */
const beforeName = /(?:当事人|证人|患者|病人|员工|护士|医生|医师|大夫|药师|技师|人员|学生|女士|先生|子女|儿子|女儿|丈夫|妻子|父亲|母亲|其[子女父母妻夫]|家属|老板|店长|职工|聘用|雇佣|雇用|[的者人由经对与和向让为系及、])$/;

/** The name that ends at `place` (before `，男，` or `（身份证号`), or nothing. */
export function nameBefore(text: string, place: number): Stretch | undefined {
  const whole = wholeRunBefore(text, place);
  if (whole) return whole;
  const run = text.slice(runStart(text, place), place);
  if (/某.{0,2}$/.test(run)) return undefined;
  for (const length of [4, 3, 2]) {
    const name = run.slice(-length);
    if (length >= run.length || !isPersonShaped(name) || isWord(name)) continue;
    if (beforeName.test(run.slice(0, -length))) return { start: place - length, end: place };
  }
  return undefined;
}

/** The run of Chinese characters that ends at `place`, where the whole of it is shaped like a name. */
export function wholeRunBefore(text: string, place: number): Stretch | undefined {
  const start = runStart(text, place);
  const run = text.slice(start, place);
  return run.length >= 2 && isPersonShaped(run) && !isWord(run) && !run.includes('某') ? { start, end: place } : undefined;
}

function runStart(text: string, place: number): number {
  let first = place;
  while (place - first < 16 && isHan(text[first - 1])) first -= 1;
  return first;
}

const isWord = (name: string): boolean => wordsLikeNames.some((word) => name.startsWith(word));
