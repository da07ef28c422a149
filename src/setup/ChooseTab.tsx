import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { entityOf, overviewEntity, roomOf } from '../organisation/entity.ts';
import { departmentsOf } from '../organisation/tree.ts';
import { useWorld } from '../sync/useWorld.ts';
import { PageTitle } from '../panel/PageTitle.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2 },
  field: { maxWidth: '360px' },
});

/** The host's own Save button stores the choice; it is asleep until there is one. */
export function ChooseTab() {
  const styles = useStyles();
  const text = useLaterText();
  const { host } = useEnvironment();
  const { world } = useWorld();
  const departments = departmentsOf(world.units);
  const [chosen, setChosen] = useState(() =>
    host.context.entityId === overviewEntity ? overviewEntity : (roomOf(host.context.entityId) ?? ''),
  );

  const department = departments.find((one) => one.key === chosen);
  const isOverview = chosen === overviewEntity;
  const entityId = isOverview ? overviewEntity : department && entityOf(department);
  const name = isOverview ? text.tab.overview : department?.title;

  useEffect(() => {
    host.chooseTab(entityId !== undefined && name !== undefined ? { entityId, name } : undefined);
  }, [host, entityId, name]);

  return (
    <main>
      <PageTitle>{text.tab.title}</PageTitle>
      <p className={styles.intro}>{text.tab.intro}</p>
      <Field label={text.tab.department} className={styles.field}>
        <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value="">{text.tab.choose}</option>
          <option value={overviewEntity}>{text.tab.overview}</option>
          {departments.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
    </main>
  );
}
