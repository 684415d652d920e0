import { useApp } from '../app';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { branded, contrastWithWhite, cssTokens, readable } from '../theme/skins';

/** What stands in the picker as long as the company has no colour. */
const usual = '#0f766e';

/** Chooses the company's colour and shows at once how it reads. */
export function Brand({ value, onChange }: { value: string; onChange: (brand: string) => void }) {
  const { t, boot } = useApp();
  const ratio = value ? Math.floor(contrastWithWhite(value) * 10) / 10 : 0;
  const faint = value !== '' && ratio < 4.5;
  const tokens = cssTokens({ ...boot.settings, skin: branded(value || usual) });
  return (
    <Field label={t('settings.brand')} help={t('settings.brandHelp')}>
      {({ id, 'aria-describedby': said }) => (
        <div className="stack tight">
          <div className="row-gap wrap">
            <input
              id={id}
              aria-describedby={said}
              type="color"
              className="colour"
              value={value || usual}
              onChange={(event) => onChange(event.target.value)}
            />
            {value && (
              <Button look="quiet" onClick={() => onChange('')}>
                {t('settings.none')}
              </Button>
            )}
            {faint && (
              <Button onClick={() => onChange(readable(value))}>
                {t('settings.darker', { colour: readable(value) })}
              </Button>
            )}
          </div>
          {value && (
            <div className="row-gap wrap brand-sample" style={tokens}>
              <span className="btn solid">{t('settings.sample')}</span>
              <span className="link">{t('settings.sampleLink')}</span>
              <span className={faint ? 'error' : 'dim'} role="status">
                {t(faint ? 'settings.faint' : 'settings.readable', { ratio })}
              </span>
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
