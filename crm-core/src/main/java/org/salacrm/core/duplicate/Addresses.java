package org.salacrm.core.duplicate;

import java.util.List;
import java.util.function.Consumer;

/** Compares postal addresses. */
final class Addresses implements Comparison<List<PostalAddress>> {

    @Override
    public List<PostalAddress> read(List<String> texts) {
        return texts.stream().map(PostalAddress::of).toList();
    }

    @Override
    public double agreement(List<PostalAddress> a, List<PostalAddress> b) {
        return Comparison.best(a, b, PostalAddress::agreement);
    }

    /** The house with the postcode; one that lacks either is not looked for. */
    @Override
    public void keys(List<PostalAddress> addresses, Consumer<String> keys) {
        for (PostalAddress address : addresses) {
            if (!address.house().isEmpty() && !address.postcode().isEmpty()) {
                keys.accept(address.house() + " " + address.postcode());
            }
        }
    }
}
