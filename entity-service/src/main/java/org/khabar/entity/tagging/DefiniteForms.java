package org.khabar.entity.tagging;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which an alias is indexed: as written, and an Arabic adjective of nationality also with ال. */
final class DefiniteForms {

    private static final String ARTICLE = "ال";

    private DefiniteForms() {}

    static List<AliasEntry> of(AliasEntry alias) {
        if (alias.type() != AliasType.DEMONYM || !alias.language().equals("ar")) {
            return List.of(alias);
        }
        return List.of(alias, alias.withText(definite(alias.text())));
    }

    private static String definite(String adjective) {
        return Arrays.stream(adjective.strip().split(" "))
                .map(word -> word.startsWith(ARTICLE) ? word : ARTICLE + word)
                .collect(Collectors.joining(" "));
    }
}
