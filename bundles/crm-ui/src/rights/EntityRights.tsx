import type { Level, RoleRights } from '../api/types';
import { useApp } from '../app';

const levels: Level[] = ['none', 'own', 'team', 'all'];
const known = ['read', 'create', 'update', 'delete', 'append', 'assign', 'share', 'export', 'import'] as const;
type Verb = (typeof known)[number];

interface Props {
  rights: RoleRights;
  change: (rights: RoleRights) => void;
}

/** The grid record × verb; the first line sets a verb for all. */
export function EntityRights({ rights, change }: Props) {
  const { t, l, boot } = useApp();
  const names = [...new Set([...boot.entities.map((entity) => entity.name), ...Object.keys(rights.entities)])];
  const labelOf = (name: string) => l(boot.entities.find((entity) => entity.name === name)?.plural) || name;
  /** Everybody reads what is common, and only some kinds of records can be imported: no level would change that. */
  const fixed = (name: string, verb: Verb): 'everybody' | 'nobody' | undefined => {
    const entity = boot.entities.find((one) => one.name === name);
    if (verb === 'read' && entity?.common) return 'everybody';
    return verb === 'import' && entity?.import === false ? 'nobody' : undefined;
  };
  const free = (verb: Verb) => names.filter((name) => !fixed(name, verb));
  const set = (names_: string[], verb: Verb, level: Level) => {
    const entities = { ...rights.entities };
    for (const name of names_) entities[name] = { ...entities[name], [verb]: level };
    change({ ...rights, entities });
  };
  const cell = (label: string, names_: string[], verb: Verb, level: Level | '') => (
    <td key={verb} className={`level ${level}`}>
      <select
        aria-label={`${label}: ${t(`verb.${verb}`)}`}
        value={level}
        onChange={(event) => set(names_, verb, event.target.value as Level)}
      >
        {level === '' && <option value="">…</option>}
        {levels.map((one) => (
          <option key={one} value={one}>
            {t(`level.${one}`)}
          </option>
        ))}
      </select>
    </td>
  );
  const levelOf = (name: string, verb: Verb): Level => rights.entities[name]?.[verb] ?? 'none';
  const common = (verb: Verb): Level | '' => {
    const found = new Set(free(verb).map((name) => levelOf(name, verb)));
    return found.size === 1 ? ([...found][0] ?? '') : '';
  };
  return (
    <div className="card">
      <p className="pad dim">
        {t('rights.help')} · {t('rights.everybodyHelp')}
      </p>
      <div className="table-wrap matrix" tabIndex={0} role="region" aria-label={t('rights.entities')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('rights.entity')}</th>
              {known.map((verb) => (
                <th key={verb} scope="col">
                  {t(`verb.${verb}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="all-row">
              <th scope="row">{t('rights.setAll')}</th>
              {known.map((verb) => cell(t('rights.setAll'), free(verb), verb, common(verb)))}
            </tr>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{labelOf(name)}</th>
                {known.map((verb) => {
                  const always = fixed(name, verb);
                  if (!always) return cell(labelOf(name), [name], verb, levelOf(name, verb));
                  return (
                    <td key={verb} className="dim fixed">
                      {always === 'everybody' ? t('rights.everybody') : '–'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
