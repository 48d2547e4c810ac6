import { Tag } from 'antd';
import { Nothing } from '../../parts/states';
import type { Wording } from '../../parts/values';
import { shanghaiMinute } from '../../parts/when';
import { useTexts } from '../../texts';
import type { CaseView } from './case';

interface Round {
  round: number;
  submittedAt: string;
  digest: string;
  opinion: string | null;
  text: string | null;
  reviewer: string | null;
}
interface Review {
  rounds?: Round[];
  required?: string | null;
  currentDigest?: string | null;
}
interface Meeting {
  round: number;
  members: string[];
  chair: string;
  place: string;
  digest: string;
  convenedAt: string;
  resolution: string | null;
  minutes: string | null;
  votes: { member: string; vote: string; view: string }[];
}
interface Discussion {
  meetings?: Meeting[];
  required?: string | null;
  currentDigest?: string | null;
}

/** Legal review, round by round; an opinion on content that has changed says so. */
export function ReviewState({ view, wording }: { view: CaseView; wording: Wording }) {
  const texts = useTexts();
  const { rounds = [], required = null, currentDigest = null } = (view.slices.review ?? {}) as Review;
  return (
    <>
      <Why reason={required} />
      {rounds.length === 0 && <Nothing />}
      {rounds.map(({ round, opinion, text, reviewer, submittedAt, digest }) => (
        <article key={round}>
          <h3>{`${texts.case.round(round)} · ${shanghaiMinute(submittedAt)} · ${opinion ? (texts.value[opinion] ?? opinion) : texts.case.waiting}`}</h3>
          {reviewer && <p>{`${wording.names.get(reviewer) ?? reviewer}：${text ?? ''}`}</p>}
          <Signed digest={digest} current={currentDigest} />
        </article>
      ))}
    </>
  );
}

/** Collective discussion: who spoke how, dissent in full. */
export function DiscussionState({ view, wording }: { view: CaseView; wording: Wording }) {
  const texts = useTexts();
  const { meetings = [], required = null, currentDigest = null } = (view.slices.discussion ?? {}) as Discussion;
  const nameOf = (id: string) => wording.names.get(id) ?? id;
  return (
    <>
      <Why reason={required} />
      {meetings.length === 0 && <Nothing />}
      {meetings.map(({ round, convenedAt, place, chair, members, votes, resolution, minutes, digest }) => (
        <article key={round}>
          <h3>{`${texts.case.round(round)} · ${shanghaiMinute(convenedAt)} · ${resolution ? (texts.value[resolution] ?? resolution) : texts.case.waiting}`}</h3>
          <p>{`${texts.meetings.place} ${place} · ${texts.meetings.chair} ${nameOf(chair)} · ${texts.meetings.members} ${members.map(nameOf).join('、')}`}</p>
          <ul>
            {votes.map(({ member, vote, view: said }) => (
              <li key={member}>{`${nameOf(member)}（${texts.value[vote] ?? vote}）：${said}`}</li>
            ))}
          </ul>
          {minutes && <p>{minutes}</p>}
          <Signed digest={digest} current={currentDigest} />
        </article>
      ))}
    </>
  );
}

function Why({ reason }: { reason: string | null }) {
  const texts = useTexts();
  return <p>{reason ? `${texts.case.required}：${reason}` : texts.case.notRequired}</p>;
}

function Signed({ digest, current }: { digest: string; current: string | null }) {
  const texts = useTexts();
  return (
    <p className="mono quiet">
      {`${texts.case.digest} ${digest} `}
      {current !== null && current !== digest && <Tag color="warning">{texts.case.staleDigest}</Tag>}
    </p>
  );
}
