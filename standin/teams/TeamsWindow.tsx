import {
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Network } from '../graph/faults/networks.ts';
import { type Choice, readHash, writeHash, writePlace } from './choice.ts';
import { rememberWelcomed, wasWelcomed } from './keptInBrowser.ts';
import { changeNetwork, moveDay, type Person, type Session, startOver } from './session.ts';
import { ShareDialog } from './ShareDialog.tsx';
import { StartOverDialog } from './StartOverDialog.tsx';
import { Strip } from './Strip.tsx';
import { TeamsBody } from './TeamsBody.tsx';
import { TextContext, windowTexts } from './text/useText.ts';
import { useChoice } from './useChoice.ts';
import { useShown } from './useShown.ts';
import type { TabHandle } from './useTab.ts';
import { useTeamsHost } from './useTeamsHost.ts';
import { waysOf } from './ways.ts';
import { Welcome } from './Welcome.tsx';

const fluentThemes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

const useStyles = makeStyles({
  shell: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  below: { position: 'relative', flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

export function TeamsWindow({ session }: { session: Session }) {
  const styles = useStyles();
  const [day, setDay] = useState(session.day);
  const [network, setNetwork] = useState(session.network);
  const [trouble, setTrouble] = useState<string>();
  const [choice, choose] = useChoice(session, { day, network });
  const [isWelcome, setWelcome] = useState(
    () => !wasWelcomed() && !readHash(window.location.hash, session).isChosen,
  );
  const [isAskingToStartOver, setAskingToStartOver] = useState(false);
  const text = windowTexts[choice.language];
  const tabRef = useRef<TabHandle | null>(null);
  const leaveTab = useCallback(() => tabRef.current?.leave() ?? Promise.resolve(), []);
  const { personId, place, subPage, language, signIn } = choice;
  // What opens the tab anew; a theme goes over the wire instead, and the feed stands beside it.
  const { shown, visit } = useShown(
    { personId, place, subPage, language, signIn, day, isWelcome },
    [personId, writePlace(place), subPage, language, signIn, day, isWelcome].join(' '),
    leaveTab,
  );
  // A tab that is left still speaks for the person and the place that it was opened for.
  const open: Choice = {
    ...choice,
    personId: shown.personId,
    place: shown.place,
    subPage: shown.subPage,
    language: shown.language,
    signIn: shown.signIn,
  };
  const person = personWith(open.personId, session);
  const teams = useTeamsHost({ session, person, choice: open, onChoose: choose });
  const { name } = personWith(personId, session);

  useEffect(() => {
    document.documentElement.lang = choice.language;
    document.title = text.pageTitle(name);
  }, [choice.language, text, name]);

  /** Asks the stand-in, and says in the window's words when it would not. */
  const change = useCallback(async (ask: () => Promise<void>, failed: (reason: string) => string) => {
    try {
      await ask();
      setTrouble(undefined);
    } catch (error) {
      setTrouble(failed(error instanceof Error ? error.message : String(error)));
    }
  }, []);
  const onDay = useCallback(
    (wanted: string) => void change(async () => setDay(await moveDay(wanted)), text.dayFailed),
    [change, text],
  );
  const onNetwork = useCallback(
    (wanted: Network) => void change(async () => setNetwork(await changeNetwork(wanted)), text.networkFailed),
    [change, text],
  );
  const closeWelcome = (wanted?: Partial<Choice>): void => {
    rememberWelcomed();
    setWelcome(false);
    if (wanted !== undefined) choose(wanted);
  };

  return (
    <FluentProvider theme={fluentThemes[choice.theme]}>
      <TextContext value={text}>
        <div className={styles.shell}>
          <Strip
            session={session}
            choice={choice}
            day={day}
            network={network}
            onChoose={choose}
            onDay={onDay}
            onNetwork={onNetwork}
            onTasks={() => setWelcome(true)}
            onStartOver={() => setAskingToStartOver(true)}
          />
          {trouble !== undefined && (
            <MessageBar intent="error" role="alert">
              <MessageBarBody>{trouble}</MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.below}>
            {shown.isWelcome ? (
              <Welcome
                ways={waysOf(session)}
                onWay={(way) => closeWelcome({ personId: way.person.id, place: way.place })}
                onClose={() => closeWelcome()}
              />
            ) : (
              <TeamsBody
                session={session}
                person={person}
                choice={open}
                day={shown.day}
                visit={visit}
                wantedPlace={place}
                teams={teams}
                tabRef={tabRef}
                leaveTab={leaveTab}
                onChoose={choose}
              />
            )}
          </div>
        </div>
        {teams.shared !== undefined && (
          <ShareDialog
            link={
              new URL(
                writeHash({ ...choice, isFeedOpen: false, subPage: teams.shared.subPage }, { day, network }),
                window.location.href,
              ).href
            }
            label={teams.shared.label}
            onClose={teams.closeShared}
          />
        )}
        {isAskingToStartOver && (
          <StartOverDialog
            onStartOver={async () => {
              await leaveTab();
              // A reload: the tab's rows in this browser go before it is opened again.
              history.replaceState(null, '', writeHash(choice, { day: await startOver(), network }));
              window.location.reload();
              await new Promise<never>(() => {});
            }}
            onClose={() => setAskingToStartOver(false)}
          />
        )}
      </TextContext>
    </FluentProvider>
  );
}

function personWith(personId: string, { people }: Session): Person {
  const person = people.find(({ id }) => id === personId) ?? people[0];
  if (person === undefined) throw new Error('The organisation has no people.');
  return person;
}
