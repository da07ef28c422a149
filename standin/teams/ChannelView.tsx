import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { Fragment, type ReactNode, useState } from 'react';
import { AppIcon } from './AppIcon.tsx';
import { useText } from './text/useText.ts';
import { useShown } from './useShown.ts';

const useStyles = makeStyles({
  view: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  header: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '60px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { display: 'none' },
  },
  title: { margin: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  tabs: { flexShrink: 0 },
  empty: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
});

type TabName = 'posts' | 'files' | 'goals';

/** A channel with its tabs. `children` is the tab's frame; undefined where it is not set up. */
export function ChannelView(props: {
  title: string;
  onSetUp: () => void;
  onRemove: () => void;
  /** Resolves when the tab's frame may be taken down. */
  leave: () => Promise<void>;
  children: ReactNode | undefined;
}) {
  const { title, onSetUp, onRemove, leave, children } = props;
  const styles = useStyles();
  const text = useText();
  const [selected, setSelected] = useState<TabName>('goals');
  const { shown, visit } = useShown(selected, selected, leave);
  return (
    <main className={styles.view}>
      <div className={styles.header}>
        <Avatar name={title} shape="square" size={32} color="colorful" aria-hidden="true" />
        <Subtitle1 as="h1" className={styles.title}>
          {title}
        </Subtitle1>
        <TabList
          className={styles.tabs}
          aria-label={text.channelTabs}
          selectedValue={selected}
          onTabSelect={(_, { value }) => {
            if (value === 'posts' || value === 'files' || value === 'goals') setSelected(value);
          }}
        >
          <Tab value="posts">{text.posts}</Tab>
          <Tab value="files">{text.files}</Tab>
          <Tab value="goals">{text.tabName}</Tab>
        </TabList>
        {children !== undefined && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                size="small"
                icon={<ChevronDownRegular />}
                aria-label={text.tabMenu}
                title={text.tabMenu}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={onSetUp}>{text.changeTab}</MenuItem>
                <MenuItem onClick={onRemove}>{text.removeTab}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      {shown === 'posts' && <div className={styles.empty}>{text.postsEmpty}</div>}
      {shown === 'files' && <div className={styles.empty}>{text.filesEmpty}</div>}
      {shown === 'goals' && (
        <Fragment key={visit}>
          {children ?? (
            <div className={styles.empty}>
              <AppIcon size={48} />
              <Text weight="semibold" size={400}>
                {text.notSetUp}
              </Text>
              <Text>{text.notSetUpWhy}</Text>
              <Button appearance="primary" onClick={onSetUp}>
                {text.setUp}
              </Button>
            </div>
          )}
        </Fragment>
      )}
    </main>
  );
}
