import { useApp } from '../app';
import { useMedia } from '../kit/useMedia';
import { Icon } from '../kit/Icon';
import { attach } from './uploads';

/** Attaches files wherever one is on the record; on the phone it is the camera that opens. */
export function AttachButton({ entity, id }: { entity: string; id: string }) {
  const { t } = useApp();
  const phone = useMedia('(pointer: coarse)');
  const label = t(phone ? 'file.photo' : 'file.attach');
  return (
    <label className="btn plain icon-only file-button" title={label}>
      <Icon name={phone ? 'camera' : 'attach'} size={17} />
      <input
        type="file"
        aria-label={label}
        multiple={!phone}
        {...(phone ? { accept: 'image/*', capture: 'environment' as const } : {})}
        onChange={(event) => {
          attach(entity, id, [...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );
}
