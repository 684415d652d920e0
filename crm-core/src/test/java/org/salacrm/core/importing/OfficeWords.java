package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.salacrm.core.importing.OfficeFiles.Field;

/** How Thai offices head their columns and write one and the same value into them. */
final class OfficeWords {
    private OfficeWords() {}

    private static Field field(String path, Object value, String headers, String... writings) {
        return new Field(path, value, List.of(headers.split("; ")), List.of(writings));
    }

    private static Field place(String path, Object value, String headers, String... writings) {
        return field("addresses." + path, value, headers, writings);
    }

    static final List<Field> PLACE = List.of(
            place(
                    "street",
                    "99/1 ถ.พระราม 4",
                    "ที่อยู่; Address; ที่อยู่ (เลขที่ ถนน); Address Line 1; ที่อยู่บริษัท; Street",
                    "99/1 ถ.พระราม 4",
                    "99/1  ถ.พระราม 4 ",
                    "๙๙/๑ ถ.พระราม 4".replace("๙๙/๑", "99/1")),
            place("subDistrict", "คลองเตย", "แขวง/ตำบล; ตำบล/แขวง; ตำบล; แขวง; Sub-district; Tambon", "คลองเตย"),
            place("district", "คลองเตย", "เขต/อำเภอ; อำเภอ/เขต; อำเภอ; District; Amphoe", "คลองเตย"),
            place(
                    "province",
                    "กรุงเทพมหานคร",
                    "จังหวัด; Province; จังหวัด Province; Changwat",
                    "กรุงเทพมหานคร",
                    "กรุงเทพฯ",
                    "กทม.",
                    "กทม",
                    "Bangkok"),
            place(
                    "postcode",
                    "10110",
                    "รหัสไปรษณีย์; Postcode; Postal Code; ZIP; รหัส ปณ.; Zip Code",
                    "10110",
                    "๑๐๑๑๐"));

    static final List<Field> ACCOUNT = List.of(
            field(
                    "code",
                    "C0012",
                    "รหัสลูกค้า; รหัส; Customer Code; Customer ID; CUST_CODE; รหัสลูกหนี้; Code",
                    "C0012",
                    " C0012 "),
            field(
                    "name",
                    "บริษัท แก้วศรี จำกัด",
                    "ชื่อบริษัท; ชื่อลูกค้า; บริษัท; Company Name; Customer Name; COMPANY_NAME; companyName;"
                            + " ชื่อบริษัท *; ชื่อลูกค้า/บริษัท; ชื่อลูกค้า Customer Name; ชื่อกิจการ; Name; ชื่อ",
                    "บริษัท แก้วศรี จำกัด",
                    " บริษัท  แก้วศรี  จำกัด ",
                    "บริษัท แก้วศรี\u200B จำกัด"),
            field(
                    "nameEn",
                    "Kaewsri Co., Ltd.",
                    "ชื่อภาษาอังกฤษ; ชื่อ (อังกฤษ); English Name; Name (EN); ชื่อบริษัท (อังกฤษ); Company Name (EN)",
                    "Kaewsri Co., Ltd."),
            field(
                    "taxId",
                    "0107544000108",
                    "เลขประจำตัวผู้เสียภาษี; เลขผู้เสียภาษี; Tax ID; เลขประจำตัวผู้เสียภาษีอากร;"
                            + " TAX_ID; เลขภาษี; Tax No.;"
                            + " เลขประจำตัวผู้เสียภาษี (13 หลัก); เลขทะเบียนนิติบุคคล; Tax Identification Number",
                    "0107544000108",
                    "0-1075-44000-10-8",
                    "107544000108",
                    "๐๑๐๗๕๔๔๐๐๐๑๐๘",
                    "0 1075 44000 10 8",
                    "=\"0107544000108\""),
            field(
                    "branchCode",
                    "00000",
                    "สาขา; รหัสสาขา; Branch; Branch Code; สำนักงานใหญ่/สาขา",
                    "00000",
                    "0",
                    "สำนักงานใหญ่",
                    "Head Office",
                    "สนญ."),
            field(
                    "businessType",
                    "manufacturing",
                    "ประเภทธุรกิจ; Business Type; ธุรกิจ; Industry; ประเภทกิจการ; กลุ่มธุรกิจ",
                    "การผลิต",
                    "Manufacturing",
                    "โรงงาน",
                    "การผลติ",
                    "manufacturing"),
            field(
                    "phone",
                    "02 123 4567",
                    "โทรศัพท์; เบอร์โทร; โทร.; Tel.; Tel. No.; Phone; เบอร์โทรศัพท์;"
                            + " หมายเลขโทรศัพท์; โทรศัพท์ (สำนักงาน)",
                    "02-123-4567",
                    "021234567",
                    "+6621234567",
                    "(02) 123 4567",
                    "๐๒-๑๒๓-๔๕๖๗",
                    "21234567",
                    "โทร. 02-123-4567"),
            field(
                    "otherPhone",
                    "081 234 5678",
                    "มือถือ; เบอร์มือถือ; Mobile; Mobile No.; โทรศัพท์มือถือ; โทรศัพท์ 2; Mobile Phone",
                    "081-234-5678",
                    "0812345678",
                    "812345678",
                    "+66 81 234 5678",
                    "66812345678",
                    "081 234 5678"),
            field("fax", "02 123 4568", "แฟกซ์; โทรสาร; Fax; Fax No.; เบอร์แฟกซ์", "02-123-4568"),
            field(
                    "email",
                    "info@kaewsri.co.th",
                    "อีเมล; อีเมล์; E-mail; Email; E-Mail Address; อี-เมล์",
                    "info@kaewsri.co.th",
                    " info@kaewsri.co.th"),
            field(
                    "creditDays",
                    30,
                    "เครดิต (วัน); เครดิต; Credit Term; Credit Days; เครดิตเทอม; Credit Term (Days)",
                    "30",
                    "30 วัน",
                    "30 days",
                    "๓๐",
                    "Net 30"),
            field(
                    "remark",
                    "ส่งของก่อนเที่ยง",
                    "หมายเหตุ; Remark; Note; Remarks; ข้อมูลเพิ่มเติม; Comment",
                    "ส่งของก่อนเที่ยง"));

    static final List<Field> LEAD = List.of(
            field(
                    "name",
                    "สมชาย ใจดี",
                    "ชื่อ-สกุล; ชื่อ - นามสกุล; ชื่อผู้ติดต่อ; ผู้ติดต่อ; Contact Person; Full Name; ชื่อลูกค้า;"
                            + " Contact Name; ชื่อ-นามสกุล",
                    "สมชาย ใจดี",
                    "สมชาย  ใจดี"),
            field(
                    "company",
                    "บริษัท ก จำกัด",
                    "บริษัท; ชื่อบริษัท; หน่วยงาน; Company; Company Name; Organization; บริษัท/หน่วยงาน",
                    "บริษัท ก จำกัด"),
            field("position", "ผู้จัดการ", "ตำแหน่ง; Position; Job Title; ตำแหน่งงาน", "ผู้จัดการ"),
            field(
                    "mobile",
                    "081 234 5678",
                    "มือถือ; เบอร์โทร; เบอร์ติดต่อ; Mobile; Mobile No.; เบอร์มือถือ; โทร",
                    "081-234-5678",
                    "0812345678",
                    "812345678"),
            field(
                    "phone",
                    "02 123 4567",
                    "โทรศัพท์; Tel.; Phone; โทรศัพท์สำนักงาน; Office Phone",
                    "02-123-4567",
                    "021234567"),
            field("email", "a@b.co.th", "อีเมล; E-mail; Email; อีเมล์", "a@b.co.th", "mailto:a@b.co.th"),
            field(
                    "source",
                    "facebook",
                    "แหล่งที่มา; ที่มา; Source; ช่องทาง; Lead Source; รู้จักจาก",
                    "Facebook",
                    "facebook",
                    "FB",
                    "เฟซบุ๊ก",
                    "เฟสบุ๊ค"),
            field(
                    "rating",
                    "hot",
                    "ความสนใจ; ระดับความสนใจ; Rating; Interest Level; ระดับ",
                    "ร้อน",
                    "Hot",
                    "hot ",
                    "สนใจมาก"),
            field(
                    "contactedOn",
                    LocalDate.of(2024, 12, 31),
                    "วันที่ติดต่อ; วันที่; Date; Contact Date; วันที่คุย; ติดต่อเมื่อ; ว/ด/ป",
                    "31/12/2567",
                    "31/12/67",
                    "31-12-2024",
                    "2024-12-31",
                    "31 ธ.ค. 2567",
                    "๓๑ ธ.ค. ๒๕๖๗",
                    "31 ธันวาคม พ.ศ. 2567",
                    "31 Dec 2024",
                    "12/31/2024",
                    "วันอังคารที่ 31 ธันวาคม 2567",
                    "Dec 31, 2024",
                    "31.12.2567",
                    "2567-12-31",
                    "31/12/2567 14:30",
                    "20241231",
                    "45657"),
            field(
                    "expectedValue",
                    new BigDecimal("1500000"),
                    "มูลค่าคาดหวัง; มูลค่า; งบประมาณ; Budget; Expected Value; Amount; มูลค่า (บาท); Deal Size",
                    "1500000",
                    "1,500,000",
                    "1.5 ล้าน",
                    "฿1,500,000.00",
                    "๑,๕๐๐,๐๐๐",
                    "1,500,000 บาท",
                    "1.5 ล้านบาท",
                    "1,500,000.-"),
            field(
                    "interests",
                    ",crm,erp,",
                    "สินค้าที่สนใจ; สนใจ; Product of Interest; Interested in; สินค้า; บริการที่สนใจ",
                    "CRM, ERP",
                    "crm/erp",
                    "CRM;ERP"),
            field("remark", "โทรกลับ", "หมายเหตุ; Remark; Note; บันทึก", "โทรกลับ"));

    static final List<Field> CONTACT = List.of(
            field("salutation", "ms", "คำนำหน้า; คำนำหน้าชื่อ; Title; Prefix", "นางสาว", "น.ส.", "Ms.", "Miss", "นส."),
            field("firstName", "สมหญิง", "ชื่อ; ชื่อจริง; First Name; FirstName; Given Name", "สมหญิง"),
            field("lastName", "ใจดี", "นามสกุล; สกุล; Last Name; Surname; LASTNAME", "ใจดี"),
            field("nickname", "ติ๋ม", "ชื่อเล่น; Nickname", "ติ๋ม"),
            field("position", "จัดซื้อ", "ตำแหน่ง; Position; Job Title", "จัดซื้อ"),
            field("department", "บัญชี", "แผนก; ฝ่าย; Department; Dept.", "บัญชี"),
            field(
                    "role",
                    "decisionMaker",
                    "บทบาท; Role; บทบาทผู้ติดต่อ",
                    "ผู้มีอำนาจตัดสินใจ",
                    "Decision maker",
                    "ผู้ตัดสินใจ"),
            field(
                    "mobile",
                    "081 234 5678",
                    "มือถือ; เบอร์มือถือ; Mobile No.; โทรศัพท์มือถือ",
                    "0812345678",
                    "812345678"),
            field(
                    "phone",
                    "02 123 4567 ต่อ 12",
                    "โทรศัพท์; Tel.; โทรศัพท์สำนักงาน; Office Phone",
                    "02-123-4567 ต่อ 12",
                    "021234567#12",
                    "02 123 4567 ext. 12"),
            field("email", "a@b.co.th", "อีเมล; E-mail; Email", "a@b.co.th"),
            field(
                    "birthday",
                    LocalDate.of(1985, 3, 4),
                    "วันเกิด; Birthday; วันเดือนปีเกิด; Date of Birth; DOB",
                    "4/3/2528",
                    "04/03/1985",
                    "4 มี.ค. 2528",
                    "1985-03-04"));
}
