/** What a person may be in an organ, and in a case once taken up (职责). */
export interface Post {
  id: string;
  /** Name in the UI. */
  title: string;
  /** Article it rests on; null for posts of the house's own order. */
  basis: string | null;
  /** Whether its holder may have somebody else act in it for a time; what must be done in person says nothing. */
  delegable?: boolean;
}

/** All posts: `duties` may be taken up in a case or for the organ, `administrators` never see a case. */
export interface Posts {
  duties: readonly Post[];
  administrators: readonly Post[];
}

/** The Chinese name of a post; the id itself when the table has none. */
export function postTitle(posts: Posts, id: string): string {
  return [...posts.duties, ...posts.administrators].find((post) => post.id === id)?.title ?? id;
}
