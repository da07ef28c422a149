import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Command } from '../commands.ts';
import type { StuckCommand } from '../sync/store.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import type { Text } from '../text/sv.ts';
import { useText } from '../text/TextProvider.tsx';
import type { World } from '../world.ts';
import { EmptyRows, Row, RowList } from './RowList.tsx';
import { SideDrawer } from './SideDrawer.tsx';

/** What could not be saved, each with its reason and the user's own choice: try again, or take it away. */
export function NeedsYouDrawer({ onClose }: { onClose: () => void }) {
  const text = useText();
  const store = useStore();
  const { world, stuck } = useWorld();
  const [isOpen, setIsOpen] = useState(true);
  return (
    <SideDrawer
      title={text.needsYou.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={onClose}
    >
      {stuck.length === 0 ? (
        <EmptyRows>{text.needsYou.none}</EmptyRows>
      ) : (
        <>
          <p>{text.needsYou.intro}</p>
          <RowList label={text.needsYou.title}>
            {stuck.map((one) => (
              <Row
                key={one.command.key}
                title={nameOf(one.command, world, text)}
                facts={whyOf(one, text)}
                aside={
                  <>
                    <Button size="small" onClick={() => store.retry(one.command.key)}>
                      {text.needsYou.retry}
                    </Button>
                    <Button size="small" appearance="subtle" onClick={() => store.discard(one.command.key)}>
                      {text.needsYou.discard}
                    </Button>
                  </>
                }
              />
            ))}
          </RowList>
        </>
      )}
    </SideDrawer>
  );
}

function nameOf(command: Command, world: World, { needsYou }: Text): string {
  switch (command.do) {
    case 'assignGoal':
      return needsYou.assign(
        world.goals.get(command.goalKey)?.title ?? command.goalKey,
        world.units.get(command.unitKey)?.title ?? command.unitKey,
      );
    case 'logActivity':
      return needsYou.log(command.title);
  }
}

function whyOf({ stuck }: StuckCommand, text: Text): string {
  switch (stuck.why) {
    case 'refused':
      return text.refused(stuck.refusal.refused, stuck.refusal.limit ?? 0);
    case 'failed':
      if (stuck.reason === 'forbidden') return text.needsYou.forbidden;
      return stuck.reason === 'notFound' ? text.needsYou.notFound : text.needsYou.invalid;
  }
}
