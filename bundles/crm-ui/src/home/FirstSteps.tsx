import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keepPreference, preferenceQuery, rowsQuery } from '../api/queries';
import { useApp } from '../app';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { groupsOf, linkTo } from '../shell/nav';

/** Whether he has put them away. */
const KEY = 'firstSteps';
/** The entries of the menu that a company goes through before its people can work, in their order. */
const steps = ['company', 'users', 'mail', 'modules', 'import'] as const;

/**
 * Whether somebody sets up a company: he may, there is no customer yet, and he has not put the steps away; undefined
 * until it is known, if `wanted`.
 */
export function useFirstSteps(wanted: boolean): boolean | undefined {
  const enabled = useApp().may('core.configure') && wanted;
  const customers = useQuery({ ...rowsQuery('account', { fields: [], limit: 1 }), enabled });
  const away = useQuery({ ...preferenceQuery<boolean>(KEY), enabled });
  if (customers.isLoading || away.isLoading) return undefined;
  return enabled && customers.data?.items.length === 0 && away.isSuccess && away.data !== true;
}

/** Leads whoever sets up a company through it, until its first customer is there or he puts it away. */
export function FirstSteps() {
  const { t, l, boot } = useApp();
  const entries = groupsOf(boot, '/').flatMap((group) => group.items);
  return (
    <section className="card pad" aria-label={t('firstSteps.title')}>
      <div className="row-gap block-head">
        <Icon name="list" />
        <h2 className="grow">{t('firstSteps.title')}</h2>
        <IconButton icon="close" label={t('firstSteps.away')} onClick={() => void keepPreference(KEY, true)} />
      </div>
      <ol className="first-steps">
        {steps.map((step) => {
          const found = entries.find(({ item }) => item.id === `core.${step}`);
          return (
            found && (
              <li key={step}>
                <Link {...linkTo(found.href)}>{l(found.item.label)}</Link>
                <small className="dim">{t(`firstSteps.${step}`)}</small>
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}
