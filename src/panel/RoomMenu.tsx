import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  ArrowUploadRegular,
  HistoryRegular,
  LinkRegular,
  MoreHorizontalRegular,
  OrganizationRegular,
  PersonKeyRegular,
  QuestionCircleRegular,
  SettingsRegular,
  TargetRegular,
} from '@fluentui/react-icons';
import { useLaterText } from '../text/useLaterText.tsx';
import { AccountItems } from './AccountItems.tsx';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' } },
  item: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What stands in the overview's place for a while. */
export type SidePage = 'organisation' | 'goals' | 'import' | 'roles' | 'setup';

const sidePages: readonly { page: SidePage; icon: React.ReactElement }[] = [
  { page: 'organisation', icon: <OrganizationRegular /> },
  { page: 'goals', icon: <TargetRegular /> },
  { page: 'import', icon: <ArrowUploadRegular /> },
  { page: 'roles', icon: <PersonKeyRegular /> },
  { page: 'setup', icon: <SettingsRegular /> },
];

/** What can be done with the page itself. */
export function RoomMenu(parts: {
  onHelp?: () => void;
  onCopyLink: () => void;
  /** Nothing can be shown of a place that is not there. */
  onShow?: ((drawer: 'export' | 'timeline') => void) | undefined;
  /** For whoever sets the whole up. */
  onPage?: ((page: SidePage) => void) | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { onShow, onPage } = parts;
  return (
    <>
      {parts.onHelp ? (
        <Button
          appearance="subtle"
          className={styles.button}
          aria-label={text.panel.help}
          title={text.panel.help}
          icon={<QuestionCircleRegular />}
          onClick={parts.onHelp}
        />
      ) : null}
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={styles.button}
            aria-label={text.panel.more}
            title={text.panel.more}
            icon={<MoreHorizontalRegular />}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem className={styles.item} icon={<LinkRegular />} onClick={parts.onCopyLink}>
              {text.panel.copyLink}
            </MenuItem>
            {onShow ? (
              <>
                <MenuItem
                  className={styles.item}
                  icon={<ArrowDownloadRegular />}
                  onClick={() => onShow('export')}
                >
                  {text.exchange.menu}
                </MenuItem>
                <MenuItem
                  className={styles.item}
                  icon={<HistoryRegular />}
                  onClick={() => onShow('timeline')}
                >
                  {text.exchange.timeline.menu}
                </MenuItem>
              </>
            ) : null}
            {onPage ? (
              <>
                <MenuDivider />
                {sidePages.map(({ page, icon }) => (
                  <MenuItem key={page} className={styles.item} icon={icon} onClick={() => onPage(page)}>
                    {text.sidePages[page]}
                  </MenuItem>
                ))}
              </>
            ) : null}
            <AccountItems className={styles.item} />
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
