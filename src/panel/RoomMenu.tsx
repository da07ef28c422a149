import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  HistoryRegular,
  LinkRegular,
  MoreHorizontalRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' } },
  item: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What can be done with the page itself. */
export function RoomMenu(parts: {
  onHelp?: () => void;
  onCopyLink: () => void;
  /** Nothing can be shown of a place that is not there. */
  onShow?: ((drawer: 'export' | 'timeline') => void) | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { onShow } = parts;
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
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
