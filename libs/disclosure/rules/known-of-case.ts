import type { CaseFile } from '@sanzhi/kernel';
import { disclosedFacts, type DisclosedFacts, type DisclosedParty } from './disclosed-facts';
import type { KnownPerson, KnownValues } from './redaction';

/** Words that stand where a name should, and name nobody. */
const NO_NAMES = ['本人', '当事人', '负责人', '法定代表人', '前台'];

/**
 * What the case knows and the public may not read: of a punished natural person everything but the masked name
 * (个人信息保护法第二十八条), of a body's people their papers, who signed for a document.
 */
export function knownOfCase(file: CaseFile): KnownValues {
  const facts = disclosedFacts(file);
  const shown = file.parameters['publish.person.name'] === 'shown';
  const persons = [...partyPersons(facts.party, shown), ...guardians(facts), ...agents(facts), ...receivers(facts), ...handlersNamed(file)];
  return { persons: persons.filter(({ name }) => name === undefined || [...name].length >= 2) };
}

/** A shop that bears its keeper's own name is shown as a natural person is. */
export function isNatural(party: DisclosedParty): boolean {
  if (party.kind !== 'individual-business') return party.kind === 'person';
  return party.name === party.legalRepresentative || [...party.name].length <= 3;
}

function partyPersons(party: DisclosedParty | undefined, shown: boolean): KnownPerson[] {
  if (!party) return [];
  const { name, idNumber, phone, legalRepresentative } = party;
  const natural = isNatural(party);
  const masked = natural && !shown;
  const address = natural ? party.address : undefined;
  const head = legalRepresentative && legalRepresentative !== name ? [headOf(party, shown)] : [];
  return [{ name, role: masked ? 'party' : 'legal-person' }, { idNumber, phone, address, role: 'party' }, ...head];
}

/** The head of a body is shown with it (发改办财金〔2018〕424号); the keeper of a shop is a natural person. */
function headOf({ kind, legalRepresentative }: DisclosedParty, shown: boolean): KnownPerson {
  return { name: legalRepresentative, role: kind === 'organization' || shown ? 'legal-person' : 'party' };
}

/** Who answers for a party under eighteen would tell who that is. */
const guardians = ({ draft }: DisclosedFacts): KnownPerson[] => (draft?.guardian ? [{ name: draft.guardian, role: 'witness' }] : []);

/** Who came to the hearing for the party. */
const agents = ({ hearing }: DisclosedFacts): KnownPerson[] => (hearing?.agents ?? []).map((name) => ({ name, role: 'witness' }));

function receivers({ party, notice, service }: DisclosedFacts): KnownPerson[] {
  const told = [party?.name, party?.legalRepresentative, ...NO_NAMES];
  // Nobody signs for what is announced, or sent to a mailbox.
  const names = [notice?.receiver, service?.receiver].filter((name) => typeof name === 'string' && !told.includes(name));
  return names.map((name) => ({ name: name as string, role: 'witness' }));
}

/** Officers stand for their organ and are not removed from its decision. */
function handlersNamed(file: CaseFile): KnownPerson[] {
  const { officers } = (file.slices.identity ?? { officers: [] }) as { officers: { id: string; name: string }[] };
  const handlers = file.duties.filter((row) => row.duty === 'handler').map((row) => row.person);
  return officers.filter(({ id }) => handlers.includes(id)).map(({ name }) => ({ name, role: 'officer' }));
}
