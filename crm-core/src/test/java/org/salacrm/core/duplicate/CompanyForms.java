package org.salacrm.core.duplicate;

import java.util.Locale;

/** The ways to write the name of a made-up company with its legal form. */
final class CompanyForms {
    private final MadeUp made;
    private final boolean aside;

    CompanyForms(MadeUp made, boolean aside) {
        this.made = made;
        this.aside = aside;
    }

    String thai(MadeUpCompanies.Company c, int style) {
        String name = c.core().thai()
                + (made.seldom() && !aside ? " " : "")
                + c.trade().thai();
        String[] a = {
            "บริษัท " + name + " จำกัด",
            "บจก. " + name,
            "บริษัท" + name + "จำกัด",
            name,
            "บจก." + name,
            "บริษัท  " + name + "  จก.",
            "บริษัท " + name + " จำกัด (มหาชน)",
            "บมจ. " + name
        };
        String[] b = {
            "บ. " + name + " จก.",
            name + " บจก.",
            "บริษัท " + name + " จํากัด",
            name + " จำกัด",
            "บจ. " + name,
            "บริษัท " + name + " จำกัด (สำนักงานใหญ่)",
            name + " (บมจ.)",
            "บริษัท " + name + " (ประเทศไทย) จำกัด"
        };
        return (aside ? b : a)[style % 8];
    }

    String latin(MadeUpCompanies.Company c, int style) {
        String name = c.core().latin() + " " + c.trade().latin();
        String[] a = {
            name + " Co., Ltd.",
            name + " Company Limited",
            name.toUpperCase(Locale.ROOT) + " CO.,LTD",
            name,
            name + " Co.,Ltd",
            name + " Public Company Limited",
            name + " PCL",
            name + " Ltd."
        };
        String[] b = {
            name + " Co. Ltd",
            name.toLowerCase(Locale.ROOT) + " co.ltd.",
            name + " Company Limited (Head Office)",
            "The " + name + " Co., Ltd.",
            name + ", Inc.",
            name + " Limited",
            name + " (Thailand) Co., Ltd.",
            name.toUpperCase(Locale.ROOT)
        };
        return (aside ? b : a)[style % 8];
    }
}
