package org.salacrm.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.Table;
import org.junit.Test;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;
import org.salacrm.api.model.CrmRecord;

public class ClassReaderTest {
    private final EntityType order = ClassReader.read(Order.class, "shop");
    private final EntityType line = ClassReader.read(Line.class, "shop");

    @Test
    public void ownFieldsComeBeforeThoseEveryRecordHas() {
        assertThat(order.fields().stream().map(FieldType::name).limit(5))
                .containsExactly("name", "nameSort", "amount", "account", "lines");
        assertThat(order.fields()).extracting(FieldType::name).contains("owner", "team", "createdAt", "id", "version");
    }

    @Test
    public void whatJpaSaysIsNotSaidAgain() {
        FieldType amount = order.field("amount").orElseThrow();
        assertThat(amount.kind()).isEqualTo(Kind.MONEY);
        assertThat(amount.javaType()).isEqualTo(BigDecimal.class);
        assertThat(amount.size()).isEqualTo(15);
        assertThat(amount.scale()).isEqualTo(2);
        assertThat(amount.column()).isEqualTo("amount");
    }

    @Test
    public void aSortKeyIsHiddenAndSortsItsField() {
        assertThat(order.field("name").orElseThrow().sortColumn()).isEqualTo("name_sort");
        assertThat(order.field("nameSort").orElseThrow().flags().hidden()).isTrue();
        assertThat(order.field("amount").orElseThrow().sortColumn()).isEqualTo("amount");
    }

    @Test
    public void aSectionLastsUntilTheNext() {
        assertThat(order.field("amount").orElseThrow().section()).isEqualTo("money");
        assertThat(order.field("account").orElseThrow().section()).isEqualTo("money");
    }

    @Test
    public void aPartKnowsItsParent() {
        assertThat(line.parent()).isEqualTo("order");
        assertThat(line.parentColumn()).isEqualTo("order_id");
        assertThat(line.field("order")).isEmpty();
        assertThat(order.field("lines").orElseThrow().part()).isEqualTo("orderLine");
    }

    @Test
    public void aFieldBeginsWithWhatTheClassGivesIt() {
        assertThat(order.field("amount").orElseThrow().initial()).isEqualTo("0.50");
        assertThat(order.field("urgent").orElseThrow().initial()).isEqualTo("true");
        assertThat(order.field("paid").orElseThrow().initial()).isEmpty();
        assertThat(order.field("name").orElseThrow().initial()).isEmpty();
        assertThat(order.field("lines").orElseThrow().initial()).isEmpty();
    }

    @Test
    public void aClassThatCannotBeAnEntityIsNamed() {
        assertThatThrownBy(() -> ClassReader.read(String.class, "shop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Entity
    @Table(name = "shop_order")
    @CrmEntity(name = "order")
    static class Order extends CrmRecord {
        @CrmField(required = true, listed = true)
        @Column(name = "name", length = 100)
        private String name;

        @CrmField(sortKeyOf = "name")
        @Column(name = "name_sort")
        private String nameSort;

        @CrmField(kind = Kind.MONEY, section = "money")
        @Column(name = "amount", precision = 15, scale = 2)
        private BigDecimal amount = new BigDecimal("0.50");

        @CrmField(ref = "account")
        @Column(name = "account_id")
        private Long account;

        @CrmField
        @OneToMany(mappedBy = "order")
        private List<Line> lines;

        @CrmField
        @Column(name = "urgent")
        private boolean urgent = true;

        @CrmField
        @Column(name = "paid")
        private boolean paid;
    }

    @Entity
    @Table(name = "shop_order_line")
    @CrmEntity(name = "orderLine", title = "text")
    static class Line extends CrmPart {
        @ManyToOne
        @JoinColumn(name = "order_id")
        private Order order;

        @CrmField
        @Column(name = "text")
        private String text;
    }
}
