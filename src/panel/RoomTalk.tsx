import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { ConsultationLine } from '../assignments/ConsultationLine.tsx';
import { assignedNews } from '../assignments/goalNews.ts';
import { RequestList } from '../assignments/RequestList.tsx';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { assignedMessage } from './messages.ts';
import { TellPeople } from './TellPeople.tsx';
import type { News } from './useNews.tsx';

const useStyles = makeStyles({
  place: { outlineStyle: 'none' },
  tell: {
    marginTop: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What waits for somebody's word on a room's page: whom to tell, who asks for goals, and what the unit says of its own. */
export function RoomTalk({ room, year, news }: { room: Unit; year: number; news: News }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { host, linkTo } = useEnvironment();
  const me = host.context.person;
  const place = useRef<HTMLDivElement>(null);
  const messages = assignedNews(world, year, news.wishes, me).map((one) =>
    assignedMessage(one, { year, me, text, linkTo }),
  );
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {messages.length > 0 ? (
        <div className={styles.tell}>
          <TellPeople key={news.id} messages={messages} onBegin={news.begin} onClose={news.close} />
        </div>
      ) : null}
      {room.level === 'unit' ? <ConsultationLine room={room} year={year} /> : null}
      <RequestList
        room={room}
        year={year}
        onAssigned={news.add}
        // The row that was answered is gone, and the focus must not be gone with it.
        onAnswered={() => place.current?.focus()}
      />
    </div>
  );
}
