import { makeStyles, Select } from '@fluentui/react-components';
import { type Network, networks } from '../graph/faults/networks.ts';
import { type Choice, type Place, readPlace, themes, windowLanguages, writePlace } from './choice.ts';
import { placeTitle } from './placeTitle.ts';
import type { Session } from './session.ts';
import { StripDay } from './StripDay.tsx';
import { StripField } from './StripField.tsx';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  select: { flexGrow: 1, minWidth: 0, '& select': { textOverflow: 'ellipsis', minWidth: 0 } },
  short: { width: '112px', '@media (max-width: 899px)': { width: 'auto' } },
});

const languageNames = { sv: 'Svenska', en: 'English' } as const;

export type StripFieldsProps = {
  session: Session;
  choice: Choice;
  day: string;
  network: Network;
  onChoose: (change: Partial<Choice>) => void;
  onDay: (day: string) => void;
  onNetwork: (network: Network) => void;
};

/** Stands among the places, because it is reached like them; no place is called so. */
const feed = 'activity';

export function StripFields(props: StripFieldsProps) {
  const { session, choice, day, network, onChoose, onDay, onNetwork } = props;
  const styles = useStyles();
  const text = useText();
  const places = placesOf(session.places);
  return (
    <>
      <StripField label={text.you} isWide>
        {(id) => (
          <Select
            id={id}
            size="small"
            appearance="filled-darker"
            className={styles.select}
            value={choice.personId}
            onChange={(_, chosen) => onChoose({ personId: chosen.value })}
          >
            {session.people.map((person) => (
              <option key={person.id} value={person.id}>
                {[person.name, person.jobTitle, person.unitTitle].filter((part) => part !== null).join(', ')}
              </option>
            ))}
          </Select>
        )}
      </StripField>
      <StripField label={text.place} isWide>
        {(id) => (
          <Select
            id={id}
            size="small"
            appearance="filled-darker"
            className={styles.select}
            value={choice.isFeedOpen ? feed : writePlace(choice.place)}
            onChange={(_, chosen) => {
              if (chosen.value === feed) onChoose({ isFeedOpen: true });
              const place = readPlace(chosen.value, session);
              if (place !== undefined) onChoose({ place });
            }}
          >
            <option value={feed}>{text.activity}</option>
            {places.map((place) => (
              <option key={writePlace(place)} value={writePlace(place)}>
                {placeTitle(place, session, text)}
              </option>
            ))}
          </Select>
        )}
      </StripField>
      <StripDay day={day} language={choice.language} onDay={onDay} />
      <StripField label={text.theme}>
        {(id) => (
          <Select
            id={id}
            size="small"
            appearance="filled-darker"
            className={styles.short}
            value={choice.theme}
            onChange={(_, chosen) => {
              const theme = themes.find((candidate) => candidate === chosen.value);
              if (theme !== undefined) onChoose({ theme });
            }}
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {text.themeNames[theme]}
              </option>
            ))}
          </Select>
        )}
      </StripField>
      <StripField label={text.language}>
        {(id) => (
          <Select
            id={id}
            size="small"
            appearance="filled-darker"
            className={styles.short}
            value={choice.language}
            onChange={(_, chosen) => {
              const language = windowLanguages.find((candidate) => candidate === chosen.value);
              if (language !== undefined) onChoose({ language });
            }}
          >
            {windowLanguages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </Select>
        )}
      </StripField>
      <StripField label={text.network}>
        {(id) => (
          <Select
            id={id}
            size="small"
            appearance="filled-darker"
            className={styles.short}
            value={network}
            onChange={(_, chosen) => {
              const wanted = networks.find((candidate) => candidate === chosen.value);
              if (wanted !== undefined) onNetwork(wanted);
            }}
          >
            {networks.map((one) => (
              <option key={one} value={one}>
                {text.networkNames[one]}
              </option>
            ))}
          </Select>
        )}
      </StripField>
    </>
  );
}

function placesOf(places: readonly { key: string; level: 'department' | 'unit' }[]): Place[] {
  const channels = [null, ...places.filter(({ level }) => level === 'department').map(({ key }) => key)];
  return [
    ...channels.map((channel): Place => ({ kind: 'channel', channel })),
    { kind: 'personal' },
    ...places.map(({ key }): Place => ({ kind: 'meeting', unit: key })),
    ...channels.map((channel): Place => ({ kind: 'settings', channel })),
  ];
}
