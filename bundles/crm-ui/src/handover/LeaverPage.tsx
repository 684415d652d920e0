import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { at, post } from '../api/client';
import type { Ref } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { Select } from '../kit/Select';
import { Table } from '../kit/Table';
import { toast } from '../kit/Toast';
import { watchJob } from '../shell/Jobs';
import { useTitle } from '../shell/useTitle';
import { fates, firstRule, isWhole, leaverQuery, rulesOf, type Fate, type Leaver, type Rule } from './leaving';
import { People, Somebody } from './People';

/** Somebody leaves: all that he owns goes to others, and he is put out of use. */
export default function LeaverPage() {
  const { t, boot } = useApp();
  const [person, setPerson] = useState<Ref | null>(null);
  useTitle(t('leaver.title'));
  if (!boot.user.admin)
    return (
      <div className="page">
        <Empty icon="lock" title={t('leaver.onlyAdmins')} />
      </div>
    );
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('leaver.title')}</h1>
      </div>
      <div className="card pad stack">
        <p className="dim">{t('leaver.text')}</p>
        <Field label={t('leaver.who')} required>
          {(ids) => <Somebody {...ids} label="" of="user" value={person} onChange={setPerson} />}
        </Field>
      </div>
      {person && <Owned key={person.id} person={person} />}
    </div>
  );
}

function Owned({ person }: { person: Ref }) {
  const { t, called } = useApp();
  const { data, error, refetch, isPending } = useQuery({ ...leaverQuery(person.id), staleTime: 0 });
  if (isPending) return <Skeleton lines={6} />;
  if (error && !data) return <Failed error={error} again={refetch} />;
  return (
    <>
      {!data.active && (
        <p className="card pad dim">{t('leaver.left', { name: called({ id: data.id, label: data.name }) })}</p>
      )}
      <Block>
        <HandOver leaver={data} />
      </Block>
      <Block>
        <Leads leaver={data} />
      </Block>
    </>
  );
}

function HandOver({ leaver }: { leaver: Leaver }) {
  const { t, l, fmt, entity, boot, called } = useApp();
  const name = called({ id: leaver.id, label: leaver.name });
  const client = useQueryClient();
  const [rules, setRules] = useState<Record<string, Rule>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const ruleOf = (name: string) => rules[name] ?? firstRule(leaver);
  const going = leaver.owned.filter((one) => ruleOf(one.entity).fate !== 'keep');
  const total = going.reduce((sum, one) => sum + one.count, 0);
  const forAll = (rule: Rule) =>
    setRules(Object.fromEntries(['*', ...leaver.owned.map((one) => one.entity)].map((name) => [name, rule])));
  const start = async () => {
    setTried(true);
    if (!leaver.owned.every((one) => isWhole(ruleOf(one.entity)))) return toast(t('assign.whoLacks'), 'warning');
    const words = { name, number: fmt.number(total) };
    const question = {
      title: t('leaver.sure', words),
      text: t('leaver.sureText'),
      ok: t('leaver.start'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    setBusy(true);
    try {
      const { job } = await post<{ job: string }>(at('leavers', leaver.id), { rules: rulesOf(leaver, rules) });
      watchJob(job, () => void client.invalidateQueries({ queryKey: leaverQuery(leaver.id).queryKey }));
    } catch (error) {
      toast((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card pad stack" aria-label={t('leaver.owned', { name })}>
      <h2>{t('leaver.owned', { name })}</h2>
      {leaver.owned.length === 0 && <p className="dim">{t('leaver.nothing')}</p>}
      {leaver.owned.length > 0 && (
        <>
          <div className="leaver-rule">
            <span>{t('leaver.forAll')}</span>
            <RuleOf name={t('leaver.forAll')} rule={rules['*'] ?? firstRule(leaver)} leaver={leaver} change={forAll} />
          </div>
          <Table look="stacked" label={t('leaver.kinds')} heads={[t('bin.kind'), t('leaver.count'), t('leaver.rule')]}>
            {leaver.owned.map(({ entity: name, count, open }) => {
              const label = l(entity(name)?.plural) || name;
              return (
                <tr key={name}>
                  <th scope="row">
                    <span className="row-gap">
                      <Icon name={entity(name)?.icon} size={16} />
                      {label}
                    </span>
                  </th>
                  <td>
                    {fmt.number(count)}
                    {open !== undefined && (
                      <span className="dim"> {t('leaver.open', { number: fmt.number(open) })}</span>
                    )}
                  </td>
                  <td>
                    <RuleOf
                      name={label}
                      rule={ruleOf(name)}
                      leaver={leaver}
                      bad={tried && !isWhole(ruleOf(name))}
                      change={(rule) => setRules((now) => ({ ...now, [name]: rule }))}
                    />
                  </td>
                </tr>
              );
            })}
          </Table>
        </>
      )}
      <div className="row-gap end">
        <Button look="danger" busy={busy} disabled={leaver.id === boot.user.id} onClick={() => void start()}>
          {t('leaver.start')}
        </Button>
      </div>
    </section>
  );
}

interface RuleProps {
  name: string;
  rule: Rule;
  leaver: Leaver;
  bad?: boolean;
  change: (rule: Rule) => void;
}

/** Who gets the records of a kind. */
function RuleOf({ name, rule, leaver, bad = false, change }: RuleProps) {
  const { t, called } = useApp();
  const words = (fate: Fate) =>
    fate === 'manager'
      ? t('leaver.manager', { name: called(leaver.manager) })
      : fate === 'keep'
        ? t('leaver.keep')
        : t(`assign.${fate}`);
  const label = t('leaver.getsOf', { what: name });
  return (
    <div className="leaver-rule">
      <Select
        label={t('leaver.ruleOf', { what: name })}
        value={rule.fate}
        options={fates
          .filter((fate) => fate !== 'manager' || leaver.manager)
          .map((fate) => ({ value: fate, label: words(fate) }))}
        onChange={(fate) => change({ ...rule, fate: (fate ?? 'keep') as Fate })}
      />
      {rule.fate === 'user' && (
        <Somebody
          label={label}
          invalid={bad}
          of="user"
          value={rule.user}
          onChange={(user) => change({ ...rule, user })}
        />
      )}
      {rule.fate === 'team' && (
        <Somebody
          label={label}
          invalid={bad}
          of="team"
          value={rule.team}
          onChange={(team) => change({ ...rule, team })}
        />
      )}
      {(rule.fate === 'turn' || rule.fate === 'load') && (
        <People label={label} invalid={bad} value={rule.people} onChange={(people) => change({ ...rule, people })} />
      )}
    </div>
  );
}

/** Those for whom somebody else must be named; nobody but the administrator knows whom. */
function Leads({ leaver }: { leaver: Leaver }) {
  const { t, l, fmt, entity } = useApp();
  if (leaver.leads.length === 0) return null;
  return (
    <section className="card pad" aria-label={t('leaver.leads')}>
      <h2>{t('leaver.leads')}</h2>
      <p className="dim">{t('leaver.leadsText')}</p>
      <ul>
        {leaver.leads.map(({ entity: name, count }) => (
          <li key={name}>
            <Link to="/list/$entity" params={{ entity: name }}>
              {l(entity(name)?.plural) || name}
            </Link>{' '}
            {fmt.number(count)}
          </li>
        ))}
      </ul>
    </section>
  );
}
