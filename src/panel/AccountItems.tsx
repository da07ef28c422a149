import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from '@fluentui/react-components';
import { PersonSwapRegular, SignOutRegular } from '@fluentui/react-icons';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

/** Outside of Teams: who one is here, and how to be somebody else. */
export function AccountItems({ className }: { className: string }) {
  const text = useLaterText();
  const store = useStore();
  const { waiting, stuck } = useWorld();
  const { account, host } = useEnvironment();
  const { leave } = account;
  if (!leave) return null;

  async function signOut() {
    // What is unsent stays on the device for whoever wrote it; all else goes with them.
    if (waiting.length + stuck.length === 0) await store.forgetDevice().catch(() => undefined);
    await leave?.('nobody');
  }

  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{text.signIn.as(host.context.person.name)}</MenuGroupHeader>
        <MenuItem className={className} icon={<PersonSwapRegular />} onClick={() => void leave('other')}>
          {text.signIn.switchAccount}
        </MenuItem>
        <MenuItem className={className} icon={<SignOutRegular />} onClick={() => void signOut()}>
          {text.signIn.signOut}
        </MenuItem>
      </MenuGroup>
    </>
  );
}
