import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { assignedNews } from '../assignments/goalNews.ts';
import type { Key } from '../basics/key.ts';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { assignedMessage } from './messages.ts';
import { useNews } from './useNews.tsx';

const AssignDrawer = lazy(async () => ({
  default: (await import('../assignments/AssignDrawer.tsx')).AssignDrawer,
}));
const TellPeople = lazy(async () => ({ default: (await import('./TellPeople.tsx')).TellPeople }));

const useStyles = makeStyles({
  tell: {
    marginTop: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/**
 * Above the departments: a board's goals are handed down to them, and the region's to its boards, in the same matrix as
 * everybody's; then their heads can be told.
 */
export function HandDown(parts: {
  rooms: readonly [Unit, ...Unit[]];
  year: number;
  /** The department whose gap is to be closed; `undefined` is all of them. */
  unitKey?: Key | undefined;
  isOpen: boolean;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { host, linkTo } = useEnvironment();
  const news = useNews();
  const { rooms, year } = parts;
  const me = host.context.person;
  const messages = assignedNews(world, year, news.wishes, me).map((one) =>
    assignedMessage(one, { year, me, text, linkTo }),
  );
  return (
    <Suspense fallback={null}>
      {messages.length > 0 ? (
        <div className={styles.tell}>
          <TellPeople key={news.id} messages={messages} onBegin={news.begin} onClose={news.close} />
        </div>
      ) : null}
      {parts.isOpen ? (
        <AssignDrawer
          rooms={rooms}
          year={year}
          unitKey={parts.unitKey}
          onAssigned={news.add}
          onClose={parts.onClose}
        />
      ) : null}
    </Suspense>
  );
}
