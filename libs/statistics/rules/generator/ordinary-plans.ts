import { fitAmounts, type Amounts } from './amounts';
import { usualFine } from './case-lines';
import type { Offence } from './offences';
import { demoPersons, type DemoParty } from './parties';
import type { DemoOrgan } from './places';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

/** One ordinary case to be driven from clue to archive: what happens in it, and on which working day. Money is 分. */
export interface OrdinaryPlan {
  /** Name of the plan, not the case number: the engine gives that. */
  reference: string;
  party: DemoParty;
  discipline: string;
  source: string;
  offence: string;
  /** Article the decision stands on. */
  basis: string;
  /** Chinese words, as the forms take them. */
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  /** The decision is served by public notice (公告送达): nobody knows where the party is. */
  publicNotice?: boolean;
  /** Two different handlers, as indexes into six or more officers. */
  handlers: [number, number];
  conductEndedOn: string;
  discoveredOn: string;
  filedOn: string;
  investigatedOn: string;
  reportedOn: string;
  noticedOn: string;
  /** Legal review and discussion: used only where the engine demands them; the hearing right has run out by then. */
  reviewedOn: string;
  discussedOn: string;
  decidedOn: string;
  servedOn: string;
  paidOn: string;
  closedOn: string;
  archivedOn: string;
}

const HANDLERS = 6;
const FEN = 100;

/** Most working days from discovery to decision by the steps below. */
const LONGEST_ROAD = 38;

/** Days of a plan in order, each with the working days after the one before. */
const ROAD = [
  ['filedOn', 1, 4],
  ['investigatedOn', 6, 16],
  ['reportedOn', 1, 2],
  ['noticedOn', 1, 3],
  // Five working days to ask for a hearing begin the day after the notice (行政处罚法第六十四条); one more is kept free.
  ['reviewedOn', 7, 8],
  ['discussedOn', 1, 3],
  ['decidedOn', 1, 2],
  // Service within seven working days (第六十一条), payment within fifteen days of it (第六十七条).
  ['servedOn', 0, 4],
  ['paidOn', 1, 5],
  ['closedOn', 1, 3],
  ['archivedOn', 1, 5],
] as const;

type PlanDays = Record<(typeof ROAD)[number][0] | 'discoveredOn' | 'conductEndedOn', string>;

const SOURCES: readonly (readonly [string, number])[] = [
  ['routine', 50],
  ['complaint', 20],
  ['random-national', 10],
  ['random-city', 8],
  ['random-district', 8],
  ['assigned', 4],
];

/** Which cases are planned. */
export interface PlansWish {
  organ: DemoOrgan;
  units: readonly DemoParty[];
  /** Offences with how many cases each has. */
  offences: readonly (readonly [Offence, number])[];
  /** What references begin with. */
  prefix: string;
  /** Last working day (index) for a decision. */
  latest: number;
  /** What their money adds up to; without it each is fined as usual. */
  targetYuan?: number;
}

/** Ordinary cases, grouped by offence. */
export function ordinaryPlans(year: WorkingYear, wish: PlansWish, random: Random): OrdinaryPlan[] {
  const offences = wish.offences.flatMap(([offence, count]) => Array.from({ length: count }, () => offence));
  const amounts = amountsOf(offences, wish.targetYuan, random.fork('amounts'));
  const partyFor = partyChooser(wish, random.fork('parties'));
  return offences.map((offence, index) => {
    const chance = random.fork(`plan ${index}`);
    return {
      reference: `${wish.prefix}-${String(index + 1).padStart(2, '0')}`,
      party: partyFor(offence),
      ...planOf(offence, amounts[index], chance),
      ...planDays(year, wish.latest, chance),
    };
  });
}

function amountsOf(offences: readonly Offence[], targetYuan: number | undefined, random: Random): Amounts[] {
  if (targetYuan !== undefined) return fitAmounts(offences, targetYuan, random);
  return offences.map((offence) => ({
    fineYuan: usualFine(offence, random),
    confiscatedYuan: offence.incomeYuan ? random.int(...offence.incomeYuan) : 0,
  }));
}

function planOf(offence: Offence, { fineYuan, confiscatedYuan }: Amounts, chance: Random) {
  const first = chance.int(0, HANDLERS - 1);
  const second = (first + chance.int(1, HANDLERS - 1)) % HANDLERS;
  return {
    discipline: offence.discipline,
    source: chance.weighted(SOURCES),
    offence: offence.text,
    basis: offence.punished,
    kinds: [...offence.kinds],
    fineFen: fineYuan * FEN,
    confiscatedFen: confiscatedYuan * FEN,
    handlers: [first, second] as [number, number],
  };
}

function planDays(year: WorkingYear, latest: number, chance: Random): PlanDays {
  let index = chance.int(0, latest - LONGEST_ROAD);
  const days: Partial<PlanDays> = { discoveredOn: year.at(index), conductEndedOn: year.at(index) };
  for (const [name, least, most] of ROAD) {
    index += chance.int(least, most);
    days[name] = year.at(index);
  }
  return days as PlanDays;
}

/** Nobody is punished twice by the ordinary procedure in one year. */
function partyChooser({ organ, units }: PlansWish, random: Random): (offence: Offence) => DemoParty {
  const bodies = random.shuffle(units);
  const persons = demoPersons(random, organ);
  const used = new Set<DemoParty>();
  return ({ premises }) => {
    const fits = premises.length === 0 ? persons : bodies.filter((party) => premises.includes(party.premises));
    const party = fits.find((candidate) => !used.has(candidate));
    if (!party) throw new RangeError(`no party left for ${premises.join()}`);
    used.add(party);
    return party;
  };
}
