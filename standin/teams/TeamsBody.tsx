import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { ChannelList } from './ChannelList.tsx';
import { ChannelView } from './ChannelView.tsx';
import { type Choice, homeOf, type Place } from './choice.ts';
import { ConfigureDialog } from './ConfigureDialog.tsx';
import { MeetingView } from './MeetingView.tsx';
import type { FeedItem } from './feed.ts';
import { FeedPane } from './FeedPane.tsx';
import { destinationOfLink, frameUrl, pageOf } from './pages.ts';
import { PersonalView } from './PersonalView.tsx';
import { channelTitle } from './placeTitle.ts';
import { Rail } from './Rail.tsx';
import type { Person, Session } from './session.ts';
import { TabFrame } from './TabFrame.tsx';
import { useText } from './text/useText.ts';
import { TitleBar } from './TitleBar.tsx';
import { useFeed } from './useFeed.ts';
import type { TabHandle } from './useTab.ts';
import type { TeamsHost } from './useTeamsHost.ts';
import { attendeesOf } from './ways.ts';

const useStyles = makeStyles({
  teams: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  under: { flexGrow: 1, minHeight: 0, display: 'flex' },
  panes: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (min-width: 640px)': { borderTopLeftRadius: tokens.borderRadiusXLarge },
  },
  place: { flexGrow: 1, minWidth: 0, display: 'flex' },
  // The tab stays in its frame behind the feed.
  behind: { '@media (max-width: 959px)': { display: 'none' } },
});

/** All below the strip: Teams itself, with the tab in the place that is shown. */
export function TeamsBody(props: {
  session: Session;
  person: Person;
  choice: Choice;
  day: string;
  /** Another visit is another frame: whatever teams-js has no event for opens the tab anew. */
  visit: number;
  /** Where the tab is on its way; marked at once, while the one that is left is still there. */
  wantedPlace: Place;
  teams: TeamsHost;
  tabRef: RefObject<TabHandle | null>;
  leaveTab: () => Promise<void>;
  onChoose: (change: Partial<Choice>) => void;
}) {
  const { session, person, choice, day, visit, wantedPlace, teams, tabRef, leaveTab, onChoose } = props;
  const { place } = choice;
  const styles = useStyles();
  const text = useText();
  const home = homeOf(person.unit, session);
  const ownUnit = session.places.find(({ key }) => key === person.unit) ?? session.places[0];
  const { contentUrl } = pageOf(session, place, teams.configured);

  const frame = contentUrl !== undefined && (
    <TabFrame
      key={visit}
      url={frameUrl(contentUrl, teams.tabOrigin, day)}
      tabOrigin={teams.tabOrigin}
      theme={choice.theme}
      host={teams.host}
      isNarrow={place.kind === 'meeting'}
      tabRef={tabRef}
      onHappening={teams.onHappening}
    />
  );
  const channel = channelIn(place) ?? null;
  const isRemoval = place.kind === 'remove';
  const isSettings = place.kind === 'settings' || isRemoval;
  /** A tab that brought no page for it is taken away without one. */
  const hasRemoval = pageOf(session, { kind: 'remove', channel }, teams.configured).contentUrl !== undefined;
  const feed = useFeed(person.id);
  const openItem = ({ link }: FeedItem): void => {
    const destination = destinationOfLink(link, session);
    // Where there is room for one of them only, what was asked for comes to the front.
    const hasRoom = window.matchMedia('(min-width: 960px)').matches;
    if (destination !== undefined) onChoose({ ...destination, isFeedOpen: hasRoom });
  };

  return (
    <>
      <div className={styles.teams} inert={isSettings}>
        <TitleBar person={person} />
        <div className={styles.under}>
          <Rail
            place={wantedPlace}
            isFeedOpen={choice.isFeedOpen}
            unread={feed.unread}
            onFeed={() => onChoose({ isFeedOpen: true })}
            onTeam={() => onChoose({ place: home })}
            onMeeting={() =>
              ownUnit !== undefined && onChoose({ place: { kind: 'meeting', unit: ownUnit.key } })
            }
            onPersonal={() => onChoose({ place: { kind: 'personal' } })}
          />
          <div className={styles.panes}>
            {choice.isFeedOpen && <FeedPane key={person.id} feed={feed} day={day} onOpen={openItem} />}
            <div className={mergeClasses(styles.place, choice.isFeedOpen && styles.behind)}>
              {place.kind === 'personal' && <PersonalView>{frame}</PersonalView>}
              {place.kind === 'meeting' && (
                <MeetingView
                  unitTitle={channelTitle(place.unit, session, text)}
                  people={attendeesOf(place.unit, person, session)}
                  stage={
                    teams.stage && (
                      <TabFrame
                        key={`${visit} ${teams.stage.url}`}
                        url={frameUrl(teams.stage.url, teams.tabOrigin, day)}
                        tabOrigin={teams.tabOrigin}
                        theme={choice.theme}
                        host={teams.stage.host}
                        title={text.stageTitle}
                        onHappening={() => undefined}
                      />
                    )
                  }
                  onStopStage={teams.stage?.stop}
                >
                  {frame}
                </MeetingView>
              )}
              {(place.kind === 'channel' || isSettings) && (
                <>
                  {!choice.isFeedOpen && (
                    <ChannelList
                      session={session}
                      channel={channelIn(wantedPlace) ?? channel}
                      onChannel={(key) => onChoose({ place: { kind: 'channel', channel: key } })}
                    />
                  )}
                  <ChannelView
                    key={channel}
                    title={channelTitle(channel, session, text)}
                    onSetUp={() => onChoose({ place: { kind: 'settings', channel } })}
                    onRemove={() =>
                      hasRemoval ? onChoose({ place: { kind: 'remove', channel } }) : teams.removeTab()
                    }
                    leave={leaveTab}
                  >
                    {isSettings || frame === false ? undefined : frame}
                  </ChannelView>
                </>
              )}
            </div>
          </div>
        </div>
      </div>
      {isSettings && (
        <ConfigureDialog
          channelTitle={channelTitle(channel, session, text)}
          isRemoval={isRemoval}
          mayBeSaved={teams.mayBeSaved}
          isSaving={teams.saving === 'asked'}
          failure={typeof teams.saving === 'object' ? teams.saving.failed : undefined}
          onSave={() => {
            teams.startSaving();
            if (isRemoval) tabRef.current?.remove();
            else tabRef.current?.save();
          }}
          onCancel={() => onChoose({ place: { kind: 'channel', channel } })}
        >
          {frame}
        </ConfigureDialog>
      )}
    </>
  );
}

function channelIn(place: Place): string | null | undefined {
  return place.kind === 'personal' || place.kind === 'meeting' ? undefined : place.channel;
}
