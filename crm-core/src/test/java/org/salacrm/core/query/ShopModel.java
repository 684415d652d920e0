package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.JoinColumn;
import javax.persistence.Lob;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A small company's records: everything that the hardest reports ask for, and nothing more. */
final class ShopModel {
    static final List<Class<?>> CLASSES = List.of(
            User.class,
            Team.class,
            Territory.class,
            Competitor.class,
            Account.class,
            Lead.class,
            Opportunity.class,
            OpportunityLine.class,
            StageChange.class,
            Activity.class,
            ShopDocuments.Quotation.class,
            ShopDocuments.Order.class,
            ShopDocuments.OrderLine.class,
            ShopDocuments.Delivery.class,
            ShopDocuments.DeliveryLine.class,
            ShopDocuments.Invoice.class,
            ShopDocuments.InvoiceLine.class,
            ShopDocuments.CreditNote.class,
            ShopDocuments.Target.class);

    static final Map<String, List<String>> PICKS = Map.of(
            "stage", List.of("new", "talk", "offer", "won", "lost"),
            "reason", List.of("price", "late", "rival"),
            "kind", List.of("call", "visit", "mail"),
            "dealType", List.of("first", "more"),
            "source", List.of("web", "fair", "friend"),
            "tag", List.of("a", "ab", "b", "c"));

    private ShopModel() {}

    @CrmEntity(name = "user", common = true)
    @Table(name = "q_user")
    static class User extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;

        @CrmField
        @Column(name = "email", length = 60)
        String email;
    }

    @CrmEntity(name = "team", common = true)
    @Table(name = "q_team")
    static class Team extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;
    }

    @CrmEntity(name = "territory", common = true)
    @Table(name = "q_territory")
    static class Territory extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;

        @CrmField
        @Column(name = "region", length = 60)
        String region;
    }

    @CrmEntity(name = "competitor", common = true)
    @Table(name = "q_competitor")
    static class Competitor extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;
    }

    @CrmEntity(
            name = "account",
            search = {"name", "city"},
            custom = true)
    @Table(name = "q_account")
    static class Account extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;

        @CrmField(sortKeyOf = "name")
        @Column(name = "name_key", length = 120)
        String nameKey;

        @CrmField
        @Column(name = "city", length = 60)
        String city;

        @CrmField
        @Column(name = "credit", precision = 15, scale = 2)
        BigDecimal credit;

        @CrmField(ref = "territory")
        @Column(name = "territory_id")
        Long territory;

        @CrmField(ref = "account")
        @Column(name = "group_id")
        Long group;
    }

    @CrmEntity(name = "lead")
    @Table(name = "q_lead")
    static class Lead extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;

        @CrmField(pickList = "source")
        @Column(name = "source", length = 20)
        String source;
    }

    @CrmEntity(
            name = "opportunity",
            search = {"name", "account", "note"})
    @Table(name = "q_opportunity")
    static class Opportunity extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 60)
        String name;

        @CrmField(ref = "account")
        @Column(name = "account_id")
        Long account;

        @CrmField(pickList = "stage")
        @Column(name = "stage", length = 20)
        String stage;

        @CrmField
        @Column(name = "amount", precision = 15, scale = 2)
        BigDecimal amount;

        @CrmField
        @Column(name = "probability")
        Integer probability;

        @CrmField
        @Column(name = "close_date")
        LocalDate closeDate;

        @CrmField
        @Column(name = "won_at")
        Instant wonAt;

        @CrmField
        @Column(name = "hot")
        Boolean hot;

        @CrmField(pickList = "dealType")
        @Column(name = "type", length = 20)
        String type;

        @CrmField(pickList = "source")
        @Column(name = "source", length = 20)
        String source;

        @CrmField
        @Column(name = "closed_on")
        LocalDate closedOn;

        @CrmField(pickList = "reason")
        @Column(name = "lost_reason", length = 20)
        String lostReason;

        @CrmField(ref = "competitor")
        @Column(name = "lost_competitor_id")
        Long lostCompetitor;

        @CrmField(kind = "multipick", pickList = "tag")
        @Column(name = "tags", length = 60)
        String tags;

        @CrmField
        @Lob
        @Column(name = "note")
        String note;

        @CrmField
        @OneToMany(mappedBy = "parent")
        List<OpportunityLine> lines;
    }

    @CrmEntity(name = "opportunityLine", title = "product")
    @Table(name = "q_opportunity_line")
    static class OpportunityLine extends ShopDocuments.Line {
        @ManyToOne
        @JoinColumn(name = "opportunity_id")
        Opportunity parent;
    }

    @CrmEntity(name = "stageChange", title = "toStage")
    @Table(name = "q_stage_change")
    static class StageChange extends CrmRecord {
        @CrmField(ref = "opportunity")
        @Column(name = "opportunity_id")
        Long opportunity;

        @CrmField(pickList = "stage")
        @Column(name = "from_stage", length = 20)
        String fromStage;

        @CrmField(pickList = "stage")
        @Column(name = "to_stage", length = 20)
        String toStage;

        @CrmField
        @Column(name = "from_percent")
        Integer fromPercent;

        @CrmField
        @Column(name = "to_percent")
        Integer toPercent;

        @CrmField
        @Column(name = "at_time")
        Instant at;
    }

    @CrmEntity(name = "activity", title = "kind")
    @Table(name = "q_activity")
    static class Activity extends CrmRecord {
        @CrmField(pickList = "kind")
        @Column(name = "kind", length = 20)
        String kind;

        @CrmField(ref = "*", refType = "aboutType")
        @Column(name = "about_id")
        Long about;

        @CrmField
        @Column(name = "about_type", length = 60)
        String aboutType;

        @CrmField(ref = "account")
        @Column(name = "account_id")
        Long account;

        @CrmField
        @Column(name = "at_time")
        Instant at;
    }
}
