package org.khabar.entity.mention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.entity.linking.LinkingFeature;
import org.khabar.entity.linking.LinkingReason;

/** The reasons of a mention as one short text, such as {@code KIND -1.73;TITLE 2.83}, which is what is stored. */
final class Reasons {

    private Reasons() {}

    static String format(List<LinkingReason> reasons) {
        return reasons.stream()
                .map(reason -> reason.feature().name() + ' ' + reason.weight())
                .collect(Collectors.joining(";"));
    }

    /** The reasons of a stored text; a feature that another version of the service knows is left out. */
    static List<LinkingReason> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";")).flatMap(Reasons::reason).toList();
    }

    private static Stream<LinkingReason> reason(String text) {
        String[] parts = text.split(" ");
        return Arrays.stream(LinkingFeature.values())
                .filter(feature -> feature.name().equals(parts[0]))
                .map(feature -> new LinkingReason(feature, Double.parseDouble(parts[1])));
    }
}
