import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useText } from '../text';
import type { UnitsControl } from './useUnits';

/** "Đôn đốc": the reminders to everyone who gives reason to, as messages, files or sheets. */
export function ReminderMenu({ control }: { readonly control: UnitsControl }) {
  const { t } = useText();
  return (
    <div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="primary" disabledFocusable={control.busy} data-testid="reminder-menu">
            {t('remind.menu')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void control.copy(null)}>{t('remind.copy')}</MenuItem>
            <MenuItem onClick={() => void control.save(null)}>{t('remind.files')}</MenuItem>
            <MenuItem onClick={() => void control.write(null)}>{t('remind.sheets')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
