package org.salacrm.api.definition;

/**
 * An entry of the menu; YAML kind {@code menus}. Label key {@code menu.<id>.label}.
 *
 * @param parent id of the group it stands in; empty: it is a group, one system of the product
 * @param target list, board or page; empty for a group
 * @param entity for list and board; the entry is hidden from those who may not read it
 * @param view id of a view, may be empty
 * @param page for page: home, import, modules …
 * @param permission right needed to see it; empty: none
 */
public record Menu(
        String id,
        String parent,
        String icon,
        int order,
        String target,
        String entity,
        String view,
        String page,
        String permission)
        implements Definition {}
