import { periodKey, type Period } from '../../core/period';
import type { AppendixColumn, AppendixRow, RenderedParagraph, ReportDocument } from '../../core/monthly-report/document';
import type { HeadingKey, Paragraph } from '../../core/monthly-report/types';
import type { AppendixKey } from '../../core/monthly-report/appendix';
import { joined } from './pieces';
import { renderSentence } from './sentences';

const HEADINGS: { readonly [K in HeadingKey]: string } = {
  overview: 'ĐÁNH GIÁ CHUNG',
  results: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
  achieved: 'Chỉ tiêu đạt hoặc đúng tiến độ',
  behind: 'Chỉ tiêu chậm, chưa đạt và nguyên nhân',
  open: 'Chỉ tiêu chưa có số liệu, chưa đến kỳ và các mốc thời hạn',
  discipline: 'CHẤP HÀNH CHẾ ĐỘ BÁO CÁO',
  obstacles: 'KHÓ KHĂN, VƯỚNG MẮC VÀ GIẢI PHÁP CỦA CÁC ĐƠN VỊ',
  otherObstacles: 'Khó khăn, vướng mắc khác',
  remedies: 'Giải pháp, kiến nghị của các đơn vị',
  proposals: 'ĐỀ XUẤT, KIẾN NGHỊ',
};

const CLOSING = 'Trên đây là báo cáo của Sở Kế hoạch và Đầu tư, kính trình Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.';

const APPENDIX_COLUMNS: { readonly [K in AppendixKey]: AppendixColumn } = {
  ordinal: { header: 'STT', width: 6, align: 'center' },
  name: { header: 'Chỉ tiêu', width: 33, align: 'left' },
  unit: { header: 'Đơn vị tính', width: 13, align: 'center' },
  plan: { header: 'Kế hoạch năm', width: 11, align: 'right' },
  month: { header: 'Thực hiện tháng', width: 10, align: 'right' },
  cumulative: { header: 'Lũy kế', width: 11, align: 'right' },
  lastYear: { header: 'Cùng kỳ năm trước', width: 11, align: 'right' },
  percentOfPlan: { header: 'So với kế hoạch (%)', width: 10, align: 'right' },
  percentOfLastYear: { header: 'So với cùng kỳ (%)', width: 10, align: 'right' },
  state: { header: 'Trạng thái', width: 18, align: 'center' },
  remark: { header: 'Ghi chú', width: 13, align: 'left' },
};

export interface ReportWordsInput {
  readonly period: Period;
  readonly paragraphs: readonly Paragraph[];
  readonly appendix: readonly AppendixRow[];
  readonly columns: readonly AppendixKey[];
}

/** The report in words, laid out as Decree 30/2020/NĐ-CP asks; number and day of signing are left for the clerk. */
export function reportDocument({ period, paragraphs, appendix, columns }: ReportWordsInput): ReportDocument {
  const month = `tháng ${period.month} năm ${period.year}`;
  return {
    agency: ['UBND TỈNH KHÁNH HÒA', 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ'],
    motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    number: 'Số:          /BC-SKHĐT',
    placeAndDate: `Khánh Hòa, ngày       tháng       năm ${period.year}`,
    title: 'BÁO CÁO',
    subject: `Tình hình thực hiện các chỉ tiêu kinh tế - xã hội ${month}`,
    addressee: 'Kính gửi: Ủy ban nhân dân tỉnh Khánh Hòa',
    paragraphs: [...paragraphs.map(rendered), { role: 'body', pieces: [CLOSING] }],
    recipients: { title: 'Nơi nhận:', lines: ['- Như trên;', '- Các sở, ban, ngành;', '- UBND các huyện, thị xã, thành phố;', '- Lãnh đạo Sở;', '- Lưu: VT, TH.'] },
    signature: 'GIÁM ĐỐC',
    appendix: {
      label: 'Phụ lục',
      title: `TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI ĐẾN HẾT THÁNG ${period.month} NĂM ${period.year}`,
      attachedTo: `(Kèm theo Báo cáo số          /BC-SKHĐT ngày       /       /${period.year} của Sở Kế hoạch và Đầu tư)`,
      columns: columns.map((key) => APPENDIX_COLUMNS[key]),
      rows: appendix,
    },
  };
}

/** "bao-cao_2024-06.docx". */
export const reportFileName = (period: Period): string => `bao-cao_${periodKey(period)}.docx`;

function rendered(paragraph: Paragraph): RenderedParagraph {
  switch (paragraph.kind) {
    case 'heading':
      return { role: paragraph.level === 1 ? 'part' : 'section', pieces: [`${paragraph.ordinal} ${HEADINGS[paragraph.heading]}`] };
    case 'text': {
      const pieces = joined(paragraph.sentences.map((sentence) => renderSentence(sentence)), ' ');
      return paragraph.bullet ? { role: 'item', pieces: ['- ', ...pieces] } : { role: 'body', pieces };
    }
  }
}
