import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { answered, api, freshKey, keyed, type Schemas } from '../../api';
import { Page } from '../../parts/page';
import { Loaded, Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { useTexts } from '../../texts';

type MessageLine = Schemas['MessageLine'];

/** What the engine told me (站内消息), newest first. */
export function MessagesPage() {
  const texts = useTexts();
  const query = useQuery({ queryKey: ['messages'], queryFn: () => answered(api.GET('/api/v1/messages', { params: { query: { limit: 200 } } })) });
  return (
    <Page title={texts.messages.title}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{texts.messages.none}</Nothing>
          ) : (
            <ul className="papers">
              {items.map((message) => (
                <Message key={message.id} message={message} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Message({ message }: { message: MessageLine }) {
  const texts = useTexts();
  const client = useQueryClient();
  const { id, title, text, caseId, at, readAt } = message;
  const read = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/messages/{id}/read', { params: { path: { id } }, headers: keyed(freshKey()) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['messages'] }),
  });
  return (
    <li>
      <b>{title}</b> {readAt === null && <Tag color="processing">{texts.messages.unread}</Tag>}
      <span className="quiet">{shanghaiMinute(at)}</span>
      <p>{text}</p>
      <div className="doable">
        <Link to="/cases/$caseId" params={{ caseId }} className="button plain">
          {texts.desk.open}
        </Link>
        {readAt === null && (
          <Button onClick={() => read.mutate()} loading={read.isPending} aria-label={`${texts.messages.read}：${title}`}>
            {texts.messages.read}
          </Button>
        )}
      </div>
    </li>
  );
}
