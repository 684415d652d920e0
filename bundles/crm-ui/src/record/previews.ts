import type { FileItem } from '../api/types';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'];
export const isPicture = (file: Pick<FileItem, 'type'>) => pictures.includes(file.type);

/** What can be looked at without leaving the page; the type is what the server found in the file, not what it is called. */
export const canPreview = (file: FileItem) => isPicture(file) || file.type === 'application/pdf';
