import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../../api';
import { Page } from '../../parts/page';
import { type Column, Rows } from '../../parts/rows';
import { Loaded, Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { type Texts, useTexts } from '../../texts';
import { officersQuery } from '../case';

type MeetingLine = Schemas['MeetingLine'];

/** The heads' table: open meetings one is called to or keeps the minutes of. */
export function MeetingsPage() {
  const texts = useTexts();
  const { data: officers = [] } = useQuery(officersQuery);
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  const query = useQuery({ queryKey: ['meetings'], queryFn: () => answered(api.GET('/api/v1/meetings', { params: { query: { limit: 200 } } })) });
  return (
    <Page title={texts.meetings.title}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{texts.meetings.none}</Nothing>
          ) : (
            <Rows caption={texts.meetings.title} rows={items} columns={columnsOf(texts, names)} keyOf={({ caseId, round }) => `${caseId}/${round}`} />
          )
        }
      </Loaded>
    </Page>
  );
}

function columnsOf({ desk, meetings }: Texts, names: ReadonlyMap<string, string>): Column<MeetingLine>[] {
  const named = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join('、');
  return [
    {
      title: desk.number,
      isNumber: true,
      show: ({ caseId, number }) => (
        <Link to="/cases/$caseId" params={{ caseId }} data-stop>
          {number ?? desk.noNumber}
        </Link>
      ),
    },
    { title: desk.party, show: ({ party }) => party },
    { title: meetings.convened, isNumber: true, show: ({ convenedAt }) => shanghaiMinute(convenedAt) },
    { title: meetings.place, show: ({ place }) => place },
    { title: meetings.chair, show: ({ chair }) => named([chair]) },
    { title: meetings.members, show: ({ members }) => named(members) },
    { title: meetings.voted, show: ({ voted, members }) => `${voted.length} / ${members.length} ${named(voted)}` },
  ];
}
