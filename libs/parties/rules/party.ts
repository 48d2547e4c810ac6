/** A party as a form names it. */
export interface PartyNamed {
  kind: 'person' | 'organization' | 'individual-business';
  name: string;
  /** 统一社会信用代码. */
  code?: string;
  /** Number of a resident identity card or of another paper. */
  idNumber?: string;
  legalRepresentative?: string;
  address?: string;
  phone?: string;
}
