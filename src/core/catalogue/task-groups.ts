/** The twelve groups of tasks of section III of the decision, under which units report what they did and what blocks them. */
export const TASK_GROUPS: readonly string[] = [
  'Thể chế, cải cách thủ tục hành chính, môi trường kinh doanh',
  'Kết cấu hạ tầng',
  'Cơ cấu lại nền kinh tế, đổi mới mô hình tăng trưởng',
  'Thu hút và sử dụng các nguồn lực',
  'Nguồn nhân lực, khoa học, công nghệ, đổi mới sáng tạo',
  'Văn hóa, xã hội, an sinh',
  'Tài nguyên, môi trường, ứng phó biến đổi khí hậu',
  'Liên kết vùng, quy hoạch, đô thị',
  'Bộ máy, phòng chống tham nhũng, kỷ cương hành chính',
  'Quốc phòng, an ninh, trật tự an toàn xã hội',
  'Đối ngoại, hội nhập quốc tế',
  'Thông tin, tuyên truyền, dân vận',
];

/** "III.3"; the number is 1 to 12. */
export function taskGroupCode(group: number): string {
  return `III.${group}`;
}

/** "III.3. Cơ cấu lại nền kinh tế, …"; '' for none. */
export function taskGroupTitle(group: number | null): string {
  const title = group === null ? undefined : TASK_GROUPS[group - 1];
  return group === null || title === undefined ? '' : `${taskGroupCode(group)}. ${title}`;
}

/** 3 of "III.3" or "III.3. Cơ cấu…"; null for anything else. */
export function taskGroupOf(text: string): number | null {
  const found = /^III\.(\d{1,2})(?!\d)/u.exec(text.trim());
  const group = found === null ? 0 : Number(found[1]);
  return group >= 1 && group <= TASK_GROUPS.length ? group : null;
}
