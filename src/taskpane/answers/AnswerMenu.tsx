import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { Notice } from '../shared/notice';
import { useText } from '../text';
import { useAnswers, type AnswerSource } from './useAnswers';

/** "Phản hồi": what was found goes back to the units, as message, file or sheet, or out as a list. */
export function AnswerMenu(props: AnswerSource & { readonly busy: boolean; readonly tell: (notice: Notice | null) => void }) {
  const { findings, busy, tell } = props;
  const { t, number } = useText();
  const answers = useAnswers(props, tell);
  const units = new Set(findings.flatMap(({ unit }) => unit ?? [])).size;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" disabledFocusable={busy || answers.busy} data-testid="answer-menu">
          {t('answer.menu')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void answers.copy()}>{t('answer.copy')}</MenuItem>
          <MenuItem onClick={() => void answers.save()}>{units > 1 ? t('answer.files', { count: number(units) }) : t('answer.file')}</MenuItem>
          <MenuItem onClick={() => void answers.write()}>{t('answer.sheet')}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => void answers.exportAs('csv')}>{t('answer.csv')}</MenuItem>
          <MenuItem onClick={() => void answers.exportAs('json')}>{t('answer.json')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
