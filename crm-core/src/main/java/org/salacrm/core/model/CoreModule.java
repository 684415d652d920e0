package org.salacrm.core.model;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.action.StageChange;
import org.salacrm.core.security.Role;
import org.salacrm.core.security.Team;
import org.salacrm.core.security.User;
import org.salacrm.core.security.UserRole;
import org.salacrm.core.security.UserTeam;

/** What every company has, whichever modules it installs: customers, products, activities and its own organisation. */
@Component
public class CoreModule implements CrmModule {

    @Override
    public String id() {
        return "core";
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                Company.class,
                CompanyBranch.class,
                Territory.class,
                PostalArea.class,
                Department.class,
                Job.class,
                ProductGroup.class,
                Unit.class,
                Product.class,
                Account.class,
                AccountAddress.class,
                AccountLink.class,
                Contact.class,
                ContactAddress.class,
                Competitor.class,
                Lead.class,
                LeadAddress.class,
                Activity.class,
                ActivityParticipant.class,
                Anniversary.class,
                AnniversaryRule.class,
                ConsentPurpose.class,
                Consent.class,
                MailTemplate.class,
                StageChange.class,
                User.class,
                UserRole.class,
                UserTeam.class,
                Team.class,
                Role.class);
    }

    @Override
    public List<String> permissions() {
        return List.of(
                "anniversary.greet",
                "core.configure",
                "core.personal-data",
                "core.share-views",
                "mail.send",
                "module.install");
    }
}
