package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;
import javax.persistence.OneToMany;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;
import org.salacrm.api.model.CrmRecord;

/** The documents of the small company of {@link ShopModel}. */
final class ShopDocuments {

    private ShopDocuments() {}

    /** What was asked, ordered, delivered or paid for. */
    @MappedSuperclass
    abstract static class Line extends CrmPart {
        @CrmField
        @Column(name = "product", length = 60)
        String product;

        @CrmField
        @Column(name = "quantity")
        Integer quantity;

        @CrmField
        @Column(name = "price", precision = 15, scale = 2)
        BigDecimal price;
    }

    @MappedSuperclass
    abstract static class Document extends CrmRecord {
        @CrmField
        @Column(name = "number", length = 20)
        String number;
    }

    /** Of a day, for somebody who buys. */
    @MappedSuperclass
    abstract static class CustomersDocument extends Document {
        @CrmField(ref = "account")
        @Column(name = "account_id")
        Long account;

        @CrmField
        @Column(name = "on_day")
        LocalDate day;
    }

    @CrmEntity(name = "quotation", title = "number")
    @Table(name = "q_quotation")
    static class Quotation extends CustomersDocument {
        @CrmField
        @Column(name = "total", precision = 15, scale = 2)
        BigDecimal total;
    }

    @CrmEntity(name = "order", title = "number")
    @Table(name = "q_order")
    static class Order extends CustomersDocument {
        @CrmField
        @OneToMany(mappedBy = "parent")
        List<OrderLine> lines;
    }

    @CrmEntity(name = "orderLine", title = "product")
    @Table(name = "q_order_line")
    static class OrderLine extends Line {
        @ManyToOne
        @JoinColumn(name = "order_id")
        Order parent;
    }

    @CrmEntity(name = "delivery", title = "number")
    @Table(name = "q_delivery")
    static class Delivery extends Document {
        @CrmField(ref = "order")
        @Column(name = "order_id")
        Long order;

        @CrmField
        @OneToMany(mappedBy = "parent")
        List<DeliveryLine> lines;
    }

    @CrmEntity(name = "deliveryLine", title = "product")
    @Table(name = "q_delivery_line")
    static class DeliveryLine extends Line {
        @ManyToOne
        @JoinColumn(name = "delivery_id")
        Delivery parent;
    }

    @CrmEntity(name = "invoice", title = "number")
    @Table(name = "q_invoice")
    static class Invoice extends CustomersDocument {
        @CrmField
        @Column(name = "net", precision = 15, scale = 2)
        BigDecimal net;

        @CrmField(ref = "order")
        @Column(name = "order_id")
        Long order;

        @CrmField
        @OneToMany(mappedBy = "parent")
        List<InvoiceLine> lines;
    }

    @CrmEntity(name = "invoiceLine", title = "product")
    @Table(name = "q_invoice_line")
    static class InvoiceLine extends Line {
        @ManyToOne
        @JoinColumn(name = "invoice_id")
        Invoice parent;
    }

    @CrmEntity(name = "creditNote", title = "number")
    @Table(name = "q_credit_note")
    static class CreditNote extends CustomersDocument {
        @CrmField(pickList = "reason")
        @Column(name = "reason", length = 20)
        String reason;

        @CrmField
        @Column(name = "net", precision = 15, scale = 2)
        BigDecimal net;
    }

    @CrmEntity(name = "target", title = "label")
    @Table(name = "q_target")
    static class Target extends CrmRecord {
        @CrmField
        @Column(name = "label", length = 60)
        String label;

        @CrmField
        @Column(name = "first_day")
        LocalDate month;

        @CrmField
        @Column(name = "amount", precision = 15, scale = 2)
        BigDecimal amount;

        @CrmField(ref = "territory")
        @Column(name = "territory_id")
        Long territory;
    }
}
