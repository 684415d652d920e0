import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { Pop } from '../kit/Pop';

const thai = [...'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'];
const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** First-letter jump: ก–ฮ and A–Z. */
export function Letters({ letter, choose }: { letter: string | undefined; choose: (letter?: string) => void }) {
  const { t } = useApp();
  return (
    <Pop
      label={t('list.letters')}
      trigger={(trigger) => (
        <button
          type="button"
          className={'btn plain' + (letter ? ' on' : '')}
          {...trigger}
          aria-label={`${letter ?? 'ก–ฮ A–Z'} ${t('list.letters')}`}
        >
          <span className="btn-text">{letter ?? 'ก–ฮ A–Z'}</span>
          <Icon name="down" size={14} />
        </button>
      )}
    >
      {(close) => (
        <div className="letters">
          {[thai, latin].map((letters) => (
            <div key={letters[0]} className="letter-row">
              {letters.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={one === letter}
                  onClick={() => {
                    choose(one === letter ? undefined : one);
                    close();
                  }}
                >
                  {one}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </Pop>
  );
}
