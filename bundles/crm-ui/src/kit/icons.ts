/** The pictures that metadata may name: Tabler's names and a few of our own. */
import type { ComponentType } from 'react';
import IconAddressBook from '@tabler/icons-react/dist/esm/icons/IconAddressBook.mjs';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconApps from '@tabler/icons-react/dist/esm/icons/IconApps.mjs';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconArrowRightCircle from '@tabler/icons-react/dist/esm/icons/IconArrowRightCircle.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconArrowsRight from '@tabler/icons-react/dist/esm/icons/IconArrowsRight.mjs';
import IconArrowsSort from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import IconBaselineDensityMedium from '@tabler/icons-react/dist/esm/icons/IconBaselineDensityMedium.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconBox from '@tabler/icons-react/dist/esm/icons/IconBox.mjs';
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs';
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import IconBuildingSkyscraper from '@tabler/icons-react/dist/esm/icons/IconBuildingSkyscraper.mjs';
import IconCake from '@tabler/icons-react/dist/esm/icons/IconCake.mjs';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconCamera from '@tabler/icons-react/dist/esm/icons/IconCamera.mjs';
import IconCategory from '@tabler/icons-react/dist/esm/icons/IconCategory.mjs';
import IconChartLine from '@tabler/icons-react/dist/esm/icons/IconChartLine.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconClipboardList from '@tabler/icons-react/dist/esm/icons/IconClipboardList.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconCoin from '@tabler/icons-react/dist/esm/icons/IconCoin.mjs';
import IconColumns3 from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconFileInvoice from '@tabler/icons-react/dist/esm/icons/IconFileInvoice.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconForms from '@tabler/icons-react/dist/esm/icons/IconForms.mjs';
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import IconHash from '@tabler/icons-react/dist/esm/icons/IconHash.mjs';
import IconHeadset from '@tabler/icons-react/dist/esm/icons/IconHeadset.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import IconLayoutKanban from '@tabler/icons-react/dist/esm/icons/IconLayoutKanban.mjs';
import IconLayoutSidebar from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebar.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconMap from '@tabler/icons-react/dist/esm/icons/IconMap.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs';
import IconMessageCircle from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs';
import IconPalette from '@tabler/icons-react/dist/esm/icons/IconPalette.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPercentage from '@tabler/icons-react/dist/esm/icons/IconPercentage.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconPoint from '@tabler/icons-react/dist/esm/icons/IconPoint.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import IconPuzzle from '@tabler/icons-react/dist/esm/icons/IconPuzzle.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconReportMoney from '@tabler/icons-react/dist/esm/icons/IconReportMoney.mjs';
import IconRestore from '@tabler/icons-react/dist/esm/icons/IconRestore.mjs';
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import IconRuler from '@tabler/icons-react/dist/esm/icons/IconRuler.mjs';
import IconRuler2 from '@tabler/icons-react/dist/esm/icons/IconRuler2.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconShare from '@tabler/icons-react/dist/esm/icons/IconShare.mjs';
import IconShield from '@tabler/icons-react/dist/esm/icons/IconShield.mjs';
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconSwords from '@tabler/icons-react/dist/esm/icons/IconSwords.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconTargetArrow from '@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs';
import IconThumbDown from '@tabler/icons-react/dist/esm/icons/IconThumbDown.mjs';
import IconTransform from '@tabler/icons-react/dist/esm/icons/IconTransform.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import IconTrophy from '@tabler/icons-react/dist/esm/icons/IconTrophy.mjs';
import IconTypography from '@tabler/icons-react/dist/esm/icons/IconTypography.mjs';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';

export interface Drawn {
  size?: number;
  stroke?: number;
  className?: string;
  'aria-hidden'?: boolean;
}

export const icons: Record<string, ComponentType<Drawn>> = {
  account: IconBuildingSkyscraper,
  activity: IconChecklist,
  'address-book': IconAddressBook,
  'alert-triangle': IconAlertTriangle,
  appointment: IconCalendarEvent,
  apps: IconApps,
  'arrow-down': IconArrowDown,
  'arrow-right': IconArrowRight,
  'arrow-right-circle': IconArrowRightCircle,
  'arrow-up': IconArrowUp,
  'arrows-right': IconArrowsRight,
  'arrows-sort': IconArrowsSort,
  at: IconAt,
  attach: IconPaperclip,
  'baseline-density-medium': IconBaselineDensityMedium,
  bell: IconBell,
  board: IconLayoutKanban,
  bolt: IconBolt,
  box: IconBox,
  briefcase: IconBriefcase,
  building: IconBuilding,
  'building-skyscraper': IconBuildingSkyscraper,
  cake: IconCake,
  calendar: IconCalendar,
  'calendar-event': IconCalendarEvent,
  camera: IconCamera,
  category: IconCategory,
  'chart-line': IconChartLine,
  check: IconCheck,
  checklist: IconChecklist,
  'chevron-down': IconChevronDown,
  'chevron-left': IconChevronLeft,
  'chevron-right': IconChevronRight,
  'chevron-up': IconChevronUp,
  'circle-check': IconCircleCheck,
  'circle-x': IconCircleX,
  'clipboard-list': IconClipboardList,
  clock: IconClock,
  close: IconX,
  coin: IconCoin,
  columns: IconColumns3,
  'columns-3': IconColumns3,
  competitor: IconSwords,
  contact: IconUserCircle,
  convert: IconTransform,
  copy: IconCopy,
  danger: IconCircleX,
  database: IconDatabase,
  density: IconBaselineDensityMedium,
  department: IconSitemap,
  document: IconFileInvoice,
  dot: IconPoint,
  dots: IconDots,
  down: IconChevronDown,
  download: IconDownload,
  edit: IconPencil,
  external: IconExternalLink,
  email: IconMail,
  'external-link': IconExternalLink,
  eye: IconEye,
  'eye-off': IconEyeOff,
  field: IconForms,
  file: IconFileText,
  'file-import': IconFileImport,
  'file-invoice': IconFileInvoice,
  'file-text': IconFileText,
  filter: IconFilter,
  flag: IconFlag,
  forms: IconForms,
  grid: IconApps,
  grip: IconGripVertical,
  'grip-vertical': IconGripVertical,
  hash: IconHash,
  headset: IconHeadset,
  'heart-handshake': IconHeartHandshake,
  history: IconHistory,
  home: IconHome,
  import: IconFileImport,
  info: IconInfoCircle,
  'info-circle': IconInfoCircle,
  job: IconBriefcase,
  key: IconKey,
  keyboard: IconKeyboard,
  language: IconLanguage,
  'layout-kanban': IconLayoutKanban,
  'layout-sidebar': IconLayoutSidebar,
  lead: IconTargetArrow,
  left: IconChevronLeft,
  link: IconLink,
  list: IconList,
  'list-check': IconListCheck,
  'list-details': IconListDetails,
  lock: IconLock,
  logout: IconLogout,
  lost: IconThumbDown,
  mail: IconMail,
  map: IconMap,
  'map-2': IconMap2,
  'map-pin': IconMapPin,
  marketing: IconSpeakerphone,
  menu: IconMenu2,
  'menu-2': IconMenu2,
  merge: IconArrowMerge,
  message: IconMessageCircle,
  'message-circle': IconMessageCircle,
  module: IconPuzzle,
  money: IconReportMoney,
  note: IconNote,
  opportunity: IconTargetArrow,
  package: IconPackage,
  palette: IconPalette,
  panel: IconLayoutSidebar,
  paperclip: IconPaperclip,
  partner: IconHeartHandshake,
  pencil: IconPencil,
  pinned: IconPin,
  percent: IconPercentage,
  percentage: IconPercentage,
  phone: IconPhone,
  play: IconPlayerPlay,
  'player-play': IconPlayerPlay,
  plus: IconPlus,
  point: IconPoint,
  print: IconPrinter,
  printer: IconPrinter,
  product: IconBox,
  puzzle: IconPuzzle,
  refresh: IconRefresh,
  reopen: IconRotateClockwise,
  'report-money': IconReportMoney,
  restore: IconRestore,
  right: IconChevronRight,
  role: IconShieldLock,
  'rotate-clockwise': IconRotateClockwise,
  ruler: IconRuler,
  'ruler-2': IconRuler2,
  sales: IconReportMoney,
  scale: IconScale,
  search: IconSearch,
  send: IconSend,
  service: IconHeadset,
  settings: IconSettings,
  share: IconShare,
  shield: IconShield,
  'shield-lock': IconShieldLock,
  sitemap: IconSitemap,
  sort: IconArrowsSort,
  speakerphone: IconSpeakerphone,
  star: IconStar,
  success: IconCircleCheck,
  sun: IconSun,
  swords: IconSwords,
  table: IconTable,
  tag: IconTag,
  target: IconTargetArrow,
  'target-arrow': IconTargetArrow,
  task: IconListCheck,
  team: IconUsersGroup,
  territory: IconMapPin,
  text: IconTypography,
  'thumb-down': IconThumbDown,
  transform: IconTransform,
  trash: IconTrash,
  trophy: IconTrophy,
  typography: IconTypography,
  unit: IconRuler,
  up: IconChevronUp,
  upload: IconUpload,
  user: IconUser,
  'user-circle': IconUserCircle,
  'user-plus': IconUserPlus,
  users: IconUsers,
  'users-group': IconUsersGroup,
  warning: IconAlertTriangle,
  won: IconTrophy,
  world: IconWorld,
  x: IconX,
};
